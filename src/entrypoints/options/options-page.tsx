import { useEffect, useState } from 'preact/hooks';
import { onPolicyChange, readPolicy } from '../../browser/managed-policy';
import { askToTendNotes } from '../../browser/notes-storage';
import { openShortcutSettings, readShortcuts, type Shortcut } from '../../browser/shortcuts';
import type { CountryName } from '../../catalogue/names';
import { WORDING_REVIEWS } from '../../plan/wording-reviews';
import type { Surroundings } from '../../state/scene';
import { SaidLine } from '../../ui/said';
import { NotesChoice } from '../../ui/settings-fields';
import { useTranslation } from '../../ui/translation';
import { useChoices } from '../use-choices';
import { YouFields } from '../you-fields';
import { FactSearch } from './fact-search';
import { ReviewState } from './review-state';
import { SchoolState } from './school-state';

interface Props {
  surroundings: Surroundings;
  /** Unchecked, as the browser gives it. */
  policyValue: unknown;
  countries: CountryName[];
  shortcuts: Shortcut[];
}

const PRIVACY_LINES = Array.from({ length: 10 }, (_, at) => `options.privacy.${at + 1}`);

/** What a person may choose, and everything Signpost knows with where it comes from. */
export function OptionsPage({
  surroundings: first,
  policyValue: firstPolicy,
  countries,
  shortcuts: firstShortcuts,
}: Props) {
  const t = useTranslation();
  const choices = useChoices(first, countries);
  const { settings, policy, saidOf, chooseNotes } = choices;
  const [policyValue, setPolicyValue] = useState(firstPolicy);
  const [shortcuts, setShortcuts] = useState(firstShortcuts);
  useEffect(() => {
    // Shortcuts are changed on a page of the browser's own, which tells nobody.
    const readAgain = async () => setShortcuts(await readShortcuts());
    document.addEventListener('visibilitychange', readAgain);
    return () => document.removeEventListener('visibilitychange', readAgain);
  }, []);
  useEffect(() => onPolicyChange(async () => setPolicyValue(await readPolicy())), []);

  return (
    <>
      <header class="stack">
        <h1>{t('options.title')}</h1>
      </header>
      <main class="stack options">
        <section class="stack section" aria-labelledby="you">
          <h2 id="you">{t('options.you')}</h2>
          <YouFields choices={choices} countries={countries} />
          <p>{t('options.language')}</p>
        </section>

        <section class="stack section" aria-labelledby="notes">
          <h2 id="notes">{t('options.notes')}</h2>
          <NotesChoice
            notes={settings.notes}
            locked={policy.notesLocked}
            onChoose={async (notes) => {
              await chooseNotes(notes);
              // What may not stay any more goes now, and not when the notes are next opened.
              askToTendNotes();
            }}
          />
          <SaidLine said={saidOf('notes')} />
          <p>{t('options.notes.private')}</p>
          <p>{t('options.notes.text')}</p>
        </section>

        {shortcuts.length > 0 && (
          <section class="stack section" aria-labelledby="shortcuts">
            <h2 id="shortcuts">{t('options.shortcuts')}</h2>
            <dl class="shortcut-list">
              {shortcuts.map(({ command, description, keys }) => (
                <div key={command} class="row row-apart">
                  <dt>{description || t('options.shortcuts.open-popup')}</dt>
                  <dd>{keys ? <kbd>{keys}</kbd> : t('options.shortcuts.none')}</dd>
                </div>
              ))}
            </dl>
            <div class="row">
              <button type="button" class="button" onClick={() => void openShortcutSettings()}>
                {t('options.shortcuts.change')}
              </button>
            </div>
          </section>
        )}

        <SchoolState value={policyValue} schoolName={policy.schoolName} countries={countries} />

        <section class="stack section" aria-labelledby="privacy">
          <h2 id="privacy">{t('options.privacy')}</h2>
          <ol class="list-bullets">
            {PRIVACY_LINES.map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ol>
        </section>

        <ReviewState reviews={WORDING_REVIEWS} />
        <FactSearch />
      </main>
    </>
  );
}
