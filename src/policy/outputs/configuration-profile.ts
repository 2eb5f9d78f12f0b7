import { type ChromiumBrowser, type Deployment, forceInstalled } from './deployment';
import { stableUuid } from './stable-uuid';

type Plist = string | boolean | number | readonly Plist[] | { readonly [key: string]: Plist };

/**
 * A configuration profile (`.mobileconfig`, a property list) for macOS, for an MDM or by hand: one payload installs
 * the extension, one configures it.
 */
export function configurationProfile(deployment: Deployment, browser: ChromiumBrowser): string {
  const identifier = `signpost.${browser.domain}.${deployment.extensionId}`;
  const profile: Plist = {
    PayloadContent: [
      payload(`${identifier}.install`, browser.domain, {
        ExtensionSettings: { [deployment.extensionId]: forceInstalled(deployment, browser) },
      }),
      payload(`${identifier}.settings`, `${browser.domain}.extensions.${deployment.extensionId}`, deployment.settings),
    ],
    PayloadDisplayName: 'Signpost',
    PayloadIdentifier: identifier,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: stableUuid(identifier),
    PayloadVersion: 1,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...element(profile, ''),
    '</plist>',
    '',
  ].join('\n');
}

function payload(identifier: string, domain: string, settings: Plist): Plist {
  return {
    PayloadContent: { [domain]: { Forced: [{ mcx_preference_settings: settings }] } },
    PayloadEnabled: true,
    PayloadIdentifier: identifier,
    PayloadType: 'com.apple.ManagedClient.preferences',
    PayloadUUID: stableUuid(identifier),
    PayloadVersion: 1,
  };
}

function element(value: Plist, indent: string): string[] {
  const deeper = `${indent}  `;
  if (typeof value === 'string') return [`${indent}<string>${escapeXml(value)}</string>`];
  if (typeof value === 'number') return [`${indent}<integer>${value}</integer>`];
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  if (isList(value))
    return [`${indent}<array>`, ...value.flatMap((item) => element(item, deeper)), `${indent}</array>`];
  const fields = Object.entries(value).flatMap(([key, item]) => [
    `${deeper}<key>${escapeXml(key)}</key>`,
    ...element(item, deeper),
  ]);
  return [`${indent}<dict>`, ...fields, `${indent}</dict>`];
}

function isList(value: Plist): value is readonly Plist[] {
  return Array.isArray(value);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
