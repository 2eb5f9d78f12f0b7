import type { PlatformName } from '../catalogue/names';
import { SearchList } from './search-list';
import { useTranslation } from './translation';

interface Props {
  names: PlatformName[];
  /** Null = another website or app. */
  onChoose: (platform: number | null) => void;
  /** The way back, where there is a page to go back to. */
  onClose: (() => void) | null;
}

/** For something seen on a phone, on a page without an address, or read wrongly: every platform, app-only ones included. */
export function PlatformChoice({ names, onChoose, onClose }: Props) {
  const t = useTranslation();
  return (
    <section class="stack" aria-labelledby="platform-title">
      <div class="row row-apart">
        <h2 id="platform-title">{t('platform.title')}</h2>
        {onClose && (
          <button type="button" class="button" onClick={onClose}>
            {t('close')}
          </button>
        )}
      </div>
      <SearchList
        label={t('platform.search')}
        hint={t('platform.hint')}
        nothingFound={t('platform.none')}
        items={names}
        keyOf={(item) => item.id}
        noteOf={(item) => (item.closed ? t('platform.closed') : item.appOnly ? t('platform.app') : null)}
        atFirst={6}
        onChoose={(item) => onChoose(item.number)}
      />
      <button type="button" class="button" onClick={() => onChoose(null)}>
        {t('platform.other')}
      </button>
    </section>
  );
}
