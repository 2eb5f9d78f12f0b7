import { useState } from 'preact/hooks';
import type { Fact } from '../../catalogue/fact-list';
import { useTranslation } from '../../ui/translation';
import { WrongFact } from './wrong-fact';

/** Facts with source, grade and date. Addresses are text here: reading about a link opens nothing. */
export function FactTable({ facts }: { facts: Fact[] }) {
  const t = useTranslation();
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop the keyboard could not scroll it
    <section class="fact-scroll" aria-label={t('options.facts.table')} tabIndex={0}>
      <table class="facts">
        <thead>
          <tr>
            <th scope="col">{t('options.facts.who')}</th>
            <th scope="col">{t('options.facts.what')}</th>
            <th scope="col">{t('options.facts.grade')}</th>
            <th scope="col">{t('options.facts.source')}</th>
            <th scope="col">{t('options.facts.date')}</th>
            <th scope="col">{t('options.facts.wrong.column')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">
                <bdi>{fact.heading ? t(fact.heading) : fact.name}</bdi>
              </th>
              <td>
                <bdi>{fact.value}</bdi>
              </td>
              <td>{t(`options.facts.grade.${fact.evidence}`)}</td>
              <td>
                <bdi>{fact.source ?? t('options.facts.no-source')}</bdi>
              </td>
              <td>{fact.seen ?? t('options.facts.no-date')}</td>
              <td>
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
