import { useTranslation } from './translation';

interface Props {
  /** The country that was guessed from time zone and languages. */
  name: string;
  onYes: () => void;
  onChange: () => void;
}

/** A guess is shown as one: the numbers and bodies below depend on it. */
export function CountryQuestion({ name, onYes, onChange }: Props) {
  const t = useTranslation();
  return (
    <div class="row country-question">
      <p id="country-question">{t('country.guessed', { name })}</p>
      <button type="button" class="button" aria-describedby="country-question" onClick={onYes}>
        {t('yes')}
      </button>
      <button type="button" class="button" id="change-country" aria-describedby="country-question" onClick={onChange}>
        {t('country.change-short')}
      </button>
    </div>
  );
}
