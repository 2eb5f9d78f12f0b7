import { useState } from 'preact/hooks';
import { DEFAULT_COUNTRY } from '../catalogue/codes';
import type { CountryName } from '../catalogue/names';
import { SearchList } from './search-list';
import { useTranslation } from './translation';

interface Props {
  names: CountryName[];
  onChoose: (country: string, subdivision: string | null) => void;
  onClose: () => void;
}

/** Country, then its part where the law differs there (a state's own child-protection line). */
export function CountryChoice({ names, onChoose, onClose }: Props) {
  const t = useTranslation();
  const [country, setCountry] = useState<CountryName | null>(null);
  const part = (code: string, name: string): CountryName => ({ code, name, otherNames: [], subdivisions: [] });
  const choices = country
    ? [part('', t('country.subdivision.any')), ...country.subdivisions.map(({ code, name }) => part(code, name))]
    : names.filter(({ code }) => code !== DEFAULT_COUNTRY);
  return (
    <section class="stack" aria-labelledby="country-title">
      <div class="row row-apart">
        <h2 id="country-title">{country ? country.name : t('country.title')}</h2>
        <button type="button" class="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <SearchList
        key={country?.code ?? ''}
        label={t(country ? 'country.subdivision' : 'country.search')}
        nothingFound={t('country.none')}
        items={choices}
        keyOf={(item) => item.code}
        atFirst={country ? choices.length : 6}
        onChoose={(item) => {
          if (country) onChoose(country.code, item.code || null);
          else if (item.subdivisions.length > 0) setCountry(item);
          else onChoose(item.code, null);
        }}
      />
    </section>
  );
}
