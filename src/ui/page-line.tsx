import type { DetectedPage } from '../detect/detected-page';
import { useTranslation } from './translation';

interface Props {
  page: DetectedPage;
  /** Null for a website that is no known platform. */
  platformName: string | null;
  /** Whether the person is there now. The panel stays while they go on to the form. */
  here: boolean;
  onCorrect: () => void;
}

/** What could be read from the address, and the way to correct it. The host is shown as text, never as a link. */
export function PageLine({ page, platformName, here, onCorrect }: Props) {
  const t = useTranslation();
  const host = page.link?.split('/')[2];
  return (
    <div class="row row-apart page-line">
      <p>
        <span class="soft">{t(here && page.link ? 'page.you-are-on' : 'page.seen-on')}</span>{' '}
        <strong>
          <bdi>{platformName ?? host ?? t('page.website')}</bdi>
        </strong>
        {platformName && page.kind && page.kind !== 'other' && <> · {t(`kind.${page.kind}`)}</>}
        {page.username && (
          <>
            {' '}
            <bdi>{t('page.by', { username: page.username })}</bdi>
          </>
        )}
      </p>
      <button type="button" class="button button-quiet" id="correct-page" onClick={onCorrect}>
        {t('page.not-this')}
      </button>
    </div>
  );
}
