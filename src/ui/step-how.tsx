import how from '../locales/en/how.json';
import { languagesSentence } from '../locales/language-names';
import { createTranslator, type Message } from '../locales/translate';
import type { HowLine, PlanStep } from '../plan/report-plan';
import { Way, type WayActions } from './way';

/** With sentences of its own, because the first screen stands without them. */
const t = createTranslator(how);

interface Props extends WayActions {
  id: string;
  step: PlanStep;
  /** Further official pages of the same body. */
  pages: { label: Message; target: string }[];
  /** Null where it is not shown. */
  source: string | null;
}

/** The way inside the product, further pages, and where all this comes from: every route carries source, grade and date. */
export function StepHow({ id, step, pages, source, onOpen }: Props) {
  return (
    <div class="stack small step-how" id={id}>
      {groups(step.how).map((group) =>
        group.labels.length > 0 ? (
          <ol key={group.labels.join()} class="list-bullets">
            {group.labels.map((label) => (
              <li key={label}>
                <bdi>{label}</bdi>
              </li>
            ))}
          </ol>
        ) : (
          <p key={t(group.sentence!)}>{t(group.sentence!)}</p>
        ),
      )}
      {step.prefilled && (
        <>
          <p>{t('step.prefill.hint', { name: step.name })}</p>
          <Way target={step.prefilled} label={{ key: 'step.prefill' }} step={step} look="plain" onOpen={onOpen} />
        </>
      )}
      {pages.map(({ target, label }) => (
        <p key={target} class="row">
          <Way target={target} label={label} step={step} look="plain" onOpen={onOpen} />
          <bdi class="soft page-address">{target.slice('https://'.length)}</bdi>
        </p>
      ))}
      {source && (
        <p class="soft">
          {t(`step.source.${step.evidence}`)} ({step.seen ?? t('step.source.no-date')}): <bdi>{source}</bdi>
        </p>
      )}
    </div>
  );
}

interface Group {
  sentence: Message | null;
  /** The product's own words, one press after the other. */
  labels: string[];
}

/** Sentences of ours stand alone; labels of the product that follow each other make one numbered list. */
function groups(how: HowLine[]): Group[] {
  const found: Group[] = [];
  for (const line of how) {
    const last = found.at(-1);
    if ('key' in line) found.push({ sentence: line, labels: [] });
    else if ('languages' in line) found.push({ sentence: languagesSentence(line.languages), labels: [] });
    else if (last && last.labels.length > 0) last.labels.push(line.text);
    else found.push({ sentence: null, labels: [line.text] });
  }
  return found;
}
