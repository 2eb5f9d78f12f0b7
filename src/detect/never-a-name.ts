/**
 * First path segments that are a site's own pages or files wherever they occur, so that no record has to list them:
 * nobody's username, whatever the platform. Words that could be a name (`gold`, `staff`) are left to the records.
 */
export const NEVER_A_NAME: readonly string[] = (
  '.well-known ads.txt app-ads.txt apple-app-site-association atom.xml browserconfig.xml cdn-cgi favicon.ico ' +
  'favicon.png feed.xml graphql humans.txt index.html index.php llms.txt manifest.json manifest.webmanifest rss.xml ' +
  'robots.txt security.txt service-worker.js site.webmanifest sitemap.xml sitemap_index.xml sw.js wp-admin ' +
  'wp-content wp-includes wp-json wp-login.php xmlrpc.php ' +
  'accessibility-statement advertise-with-us auth-callback case-studies change-password child-safety ' +
  'community-guidelines contact-sales contact-us cookie-policy cookie-preferences cookie-settings do-not-sell ' +
  'forgot-password forgot_password forgotpassword gift-card gift-cards gift_cards investor-relations ' +
  'invite-friends law-enforcement law_enforcement logged-out login.php lost-password media-kit modern-slavery ' +
  'our-story our-team parental-controls privacy-choices privacy-policy privacy_policy report-abuse report_abuse ' +
  'reset-password reset_password resetpassword safety-center safety-centre terms-and-conditions terms-of-service ' +
  'terms-of-use terms_of_service transparency-report two-factor unsubscribe unsupported-browser verify-email ' +
  'your-privacy-choices'
).split(' ');

/** Likewise subdomains: faces and parts of a site itself, where others belong to one user each (`jane.example.com`). */
export const NEVER_AN_OWNER: ReadonlySet<string> = new Set(
  (
    'about accounts admin amp api assets auth beta blog careers cdn dev developer developers docs help i images img ' +
    'l legal login m mail mobile new old press secure static status support touch web www www1 www2 www3'
  ).split(' '),
);
