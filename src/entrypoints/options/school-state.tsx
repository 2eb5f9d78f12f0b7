import { openOwnPage } from '../../browser/own-pages';
import type { CountryName } from '../../catalogue/names';
import { isPolicySet } from '../../policy/is-policy-set';
import { knownCodes } from '../../policy/known-codes';
import { parsePolicy } from '../../policy/parse-policy';
import { PolicyFaultList } from '../../ui/policy-fault-list';
import { useTranslation } from '../../ui/translation';

interface Props {
  /** The policy unchecked, as the browser gives it. */
  value: unknown;
  schoolName: string | null;
  countries: CountryName[];
}

/** Whether a school set something, and everything that is wrong with it. */
export function SchoolState({ value, schoolName, countries }: Props) {
  const t = useTranslation();
  return (
    <section class="stack section" aria-labelledby="school">
      <h2 id="school">{t('options.school')}</h2>
      {isPolicySet(value) ? (
        <>
          <p>{t('options.school.set')}</p>
          {schoolName && <p>{t('options.school.name', { name: schoolName })}</p>}
          <PolicyFaultList faults={parsePolicy(value, knownCodes(countries)).faults} />
        </>
      ) : (
        <p>{t('options.school.none')}</p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={() => void openOwnPage('admin')}>
          {t('options.school.admin')}
        </button>
      </div>
    </section>
  );
}
