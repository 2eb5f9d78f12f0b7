import { closeThisTab, openOptions } from '../../browser/tabs';
import type { CountryName } from '../../catalogue/names';
import type { Surroundings } from '../../state/scene';
import { useTranslation } from '../../ui/translation';
import { useChoices } from '../use-choices';
import { YouFields } from '../you-fields';

interface Props {
  surroundings: Surroundings;
  countries: CountryName[];
  /** The keys that open the popup, empty where none are set. */
  shortcut: string;
  /** Key of the sentence that says how this browser pins an icon. */
  howToPin: string;
}

const DOES = ['welcome.does.1', 'welcome.does.2', 'welcome.does.3'];
const DOES_NOT = ['welcome.not.1', 'welcome.not.2', 'welcome.not.3', 'welcome.not.4'];

/** First run, on one page: what it does and does not do, two choices, and where to find it again. */
export function WelcomePage({ surroundings: first, countries, shortcut, howToPin }: Props) {
  const t = useTranslation();
  const choices = useChoices(first, countries);
  return (
    <>
      <header class="stack">
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.intro')}</p>
      </header>
      <main class="stack">
        <section class="stack section" aria-labelledby="does">
          <h2 id="does">{t('welcome.does')}</h2>
          <ul class="list-bullets">
            {DOES.map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ul>
        </section>
        <section class="stack notice" aria-labelledby="does-not">
          <h2 id="does-not">{t('welcome.not')}</h2>
          <ul class="list-bullets">
            {DOES_NOT.map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ul>
        </section>
        <section class="stack section" aria-labelledby="choose">
          <h2 id="choose">{t('welcome.choose')}</h2>
          <YouFields choices={choices} countries={countries} />
        </section>
        <section class="stack section" aria-labelledby="pin">
          <h2 id="pin">{t('welcome.pin')}</h2>
          <p>{t(howToPin)}</p>
          {shortcut && <p>{t('welcome.shortcut', { shortcut })}</p>}
        </section>
        <div class="row">
          <button type="button" class="button button-primary" onClick={() => void closeThisTab()}>
            {t('welcome.done')}
          </button>
          <button type="button" class="button" onClick={() => void openOptions()}>
            {t('welcome.options')}
          </button>
        </div>
      </main>
    </>
  );
}
