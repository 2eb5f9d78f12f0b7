// biome-ignore-all lint/a11y/noRedundantRoles: on a narrow page `display: block` takes the table's own roles away
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Fact } from '../../catalogue/fact-list';
import { useTranslation } from '../../ui/translation';
import { WrongFact } from './wrong-fact';

const COLUMNS = ['who', 'what', 'grade', 'source', 'date', 'wrong.column'] as const;

/** Facts with source, grade and date. Addresses are text here: reading about a link opens nothing. */
export function FactTable({ facts }: { facts: Fact[] }) {
  const t = useTranslation();
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop the keyboard could not scroll it
    <section class="fact-scroll" aria-label={t('options.facts.table')} tabIndex={0}>
      <table class="facts" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`options.facts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {facts.map((fact) => (
            <tr key={fact.id} role="row">
              <th scope="row" role="rowheader">
                <bdi>{fact.heading ? t(fact.heading) : fact.name}</bdi>
              </th>
              <Cell column="what">
                <bdi>{fact.value}</bdi>
              </Cell>
              <Cell column="grade">{t(`options.facts.grade.${fact.evidence}`)}</Cell>
              <Cell column="source">
                <bdi>{fact.source ?? t('options.facts.no-source')}</bdi>
              </Cell>
              <Cell column="date">{fact.seen ?? t('options.facts.no-date')}</Cell>
              {/* The button says by itself what this column is for. */}
              <td role="cell">
                {wrong === fact.id ? (
                  <WrongFact fact={fact} />
                ) : (
                  <button type="button" class="button" onClick={() => setWrong(fact.id)}>
                    {t('options.facts.wrong')}
                    <span class="visually-hidden">: {fact.name}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A cell that can say itself which column it is of, where the row of headings is not shown. */
function Cell({ column, children }: { column: (typeof COLUMNS)[number]; children: ComponentChildren }) {
  const t = useTranslation();
  return (
    <td role="cell">
      <span class="fact-column">{t(`options.facts.${column}`)}: </span>
      {children}
    </td>
  );
}
