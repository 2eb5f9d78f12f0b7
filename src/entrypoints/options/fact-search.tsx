import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Fact } from '../../catalogue/fact-list';
import { plainWords } from '../../catalogue/names';
import { loadFacts } from '../../state/facts';
import { useTranslation } from '../../ui/translation';
import { FactTable } from './fact-table';

const MOST_ROWS = 50;

type Loading = { facts: Fact[] } | { failed: string } | 'not-asked' | 'under-way';

/** Every fact, searchable; loaded when somebody asks. */
export function FactSearch() {
  const t = useTranslation();
  const [loading, setLoading] = useState<Loading>('not-asked');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const facts = typeof loading === 'object' && 'facts' in loading ? loading.facts : null;
  const found = useMemo(() => {
    const wanted = plainWords(typed);
    return (facts ?? []).filter(({ name, value }) => plainWords(`${name} ${value}`).includes(wanted));
  }, [facts, typed]);

  const loaded = facts !== null;
  // The button that was pressed is gone then; the focus goes on to what came in its place.
  useEffect(() => field.current?.focus(), [loaded]);

  async function load(): Promise<void> {
    setLoading('under-way');
    try {
      setLoading({ facts: await loadFacts() });
    } catch (error) {
      setLoading({ failed: error instanceof Error ? error.message : String(error) });
    }
  }

  const count = String(found.length);
  return (
    <section class="stack section" aria-labelledby="facts">
      <h2 id="facts">{t('options.facts')}</h2>
      <p>{t('options.facts.hint')}</p>
      {!facts && (
        <div class="row">
          <button type="button" class="button" aria-disabled={loading === 'under-way' || undefined} onClick={load}>
            {t(loading === 'under-way' ? 'loading' : 'options.facts.show')}
          </button>
        </div>
      )}
      {typeof loading === 'object' && 'failed' in loading && (
        <p class="notice" role="alert">
          {t('options.facts.failed', { what: loading.failed })}
        </p>
      )}
      {facts && (
        <>
          <div class="field">
            <label for="fact-search">{t('options.facts.search')}</label>
            <input
              id="fact-search"
              ref={field}
              type="search"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <p role="status">
            {found.length === 0
              ? t('options.facts.none')
              : found.length > MOST_ROWS
                ? t('options.facts.first', { count, shown: String(MOST_ROWS) })
                : t('options.facts.count', { count })}
          </p>
          {found.length > 0 && <FactTable facts={found.slice(0, MOST_ROWS)} />}
        </>
      )}
    </section>
  );
}
