import type { CountryName } from '../catalogue/names';
import { AUDIENCES, type Audience } from '../catalogue/types';
import { NOTE_KEEPING, type NoteKeeping } from '../policy/school-policy';
import { focusOn } from './focus-on';
import { useTranslation } from './translation';

interface CountryProps {
  countries: CountryName[];
  /** `ZZ` while nothing is known. */
  country: string;
  subdivision: string | null;
  guessed: boolean;
  locked: boolean;
  onChoose: (country: string, subdivision: string | null) => void;
}

/** Country, and its part where a part has bodies of its own. Needs the sentences of options.json. */
export function CountryFields({ countries, country, subdivision, guessed, locked, onChoose }: CountryProps) {
  const t = useTranslation();
  const record = countries.find(({ code }) => code === country);
  const parts = record?.subdivisions ?? [];
  if (locked) {
    const part = parts.find(({ code }) => code === subdivision);
    const value = [record?.name, part?.name].filter(Boolean).join(', ');
    return <p>{t('options.locked', { value })}</p>;
  }
  return (
    <>
      <div class="field">
        <label for="country">{t('options.country')}</label>
        <select
          id="country"
          aria-describedby={guessed ? 'country-guessed' : undefined}
          onChange={(event) => onChoose(event.currentTarget.value, null)}
        >
          {!record && <option value="">{t('options.country.choose')}</option>}
          {countries.map(({ code, name }) => (
            <option key={code} value={code} selected={code === country}>
              {name}
            </option>
          ))}
        </select>
        {guessed && record && (
          <div class="row">
            <p id="country-guessed">{t('country.guessed', { name: record.name })}</p>
            <button
              type="button"
              class="button"
              onClick={() => {
                onChoose(country, subdivision);
                // The question goes; the focus must not go with it.
                focusOn('country');
              }}
            >
              {t('yes')}
            </button>
          </div>
        )}
      </div>
      {parts.length > 0 && (
        <div class="field">
          <label for="subdivision">{t('options.subdivision')}</label>
          <select id="subdivision" onChange={(event) => onChoose(country, event.currentTarget.value || null)}>
            <option value="">{t('country.subdivision.any')}</option>
            {parts.map(({ code, name }) => (
              <option key={code} value={code} selected={code === subdivision}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

interface AudienceProps {
  audience: Audience;
  locked: boolean;
  onChoose: (audience: Audience) => void;
}

/** Who reads: the words, the steps and the checklist go by it. */
export function AudienceField({ audience, locked, onChoose }: AudienceProps) {
  const t = useTranslation();
  if (locked) return <p>{t('options.locked', { value: t(`audience.${audience}`) })}</p>;
  return (
    <fieldset>
      <legend>{t('audience.who')}</legend>
      {AUDIENCES.map((one) => (
        <label key={one} class="choice">
          <input type="radio" name="audience" checked={one === audience} onChange={() => onChoose(one)} />
          {t(`audience.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface NotesProps {
  notes: NoteKeeping;
  locked: boolean;
  onChoose: (notes: NoteKeeping) => void;
}

/** Where notes may be kept. */
export function NotesChoice({ notes, locked, onChoose }: NotesProps) {
  const t = useTranslation();
  if (locked) return <p>{t('options.locked', { value: t(`options.notes.${notes}`) })}</p>;
  return (
    <fieldset>
      <legend>{t('options.notes.where')}</legend>
      {NOTE_KEEPING.map((one) => (
        <label key={one} class="choice">
          <input type="radio" name="notes" checked={one === notes} onChange={() => onChoose(one)} />
          {t(`options.notes.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
