import type { CountryName } from '../../catalogue/names';
import { AUDIENCES } from '../../catalogue/types';
import type { KnownCodes } from '../../policy/known-codes';
import type { PolicyFault } from '../../policy/policy-fault';
import type { SettingsEntry } from '../../policy/policy-settings';
import { HIDEABLE_SECTIONS, NOTE_KEEPING } from '../../policy/school-policy';
import type { EntriesKey, TextKey, TruthKey } from '../../policy/setting-kinds';
import { useTranslation } from '../../ui/translation';
import { EntryFields } from './entry-fields';
import { Choice, problemsAt, TextField, Truth } from './fields';
import type { PolicyDraft } from './policy-draft';

interface Props {
  draft: PolicyDraft;
  faults: readonly PolicyFault[];
  countries: CountryName[];
  known: KnownCodes;
  onChange: (draft: PolicyDraft) => void;
}

/** Every setting of a policy, each with its faults beside it. */
export function PolicyForm({ draft, faults, countries, known, onChange }: Props) {
  const t = useTranslation();
  const change = (changes: Partial<PolicyDraft>) => onChange({ ...draft, ...changes });
  const parts = countries.find(({ code }) => code === draft.country)?.subdivisions ?? [];

  const text = (key: TextKey) => ({
    path: key,
    problems: problemsAt(key, faults, t),
    value: draft[key],
    onChange: (value: string) => change({ [key]: value }),
  });
  const truth = (key: TruthKey) => ({
    path: key,
    problems: problemsAt(key, faults, t),
    value: draft[key],
    onChange: (value: boolean) => change({ [key]: value }),
  });
  const list = (key: EntriesKey) => ({
    path: key,
    faults,
    entries: draft[key],
    onChange: (entries: readonly SettingsEntry[]) => change({ [key]: entries }),
  });
  const named = (values: Iterable<string>, words: string) =>
    [...values].map((value) => ({ value, label: t(`${words}.${value}`) }));

  return (
    <form class="stack" aria-labelledby="policy-form" onSubmit={(event) => event.preventDefault()}>
      <h2 id="policy-form">{t('admin.form.title')}</h2>
      <fieldset class="section stack">
        <legend>{t('admin.group.place')}</legend>
        <Choice
          {...text('country')}
          choices={countries.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(country) => change({ country, subdivision: '' })}
        />
        {parts.length > 0 && (
          <Choice {...text('subdivision')} choices={parts.map(({ code, name }) => ({ value: code, label: name }))} />
        )}
        <Truth {...truth('countryLocked')} />
        <Choice {...text('language')} choices={named(known.languages, 'admin.language')} />
        <Truth {...truth('languageLocked')} />
      </fieldset>
      <fieldset class="section stack">
        <legend>{t('admin.group.people')}</legend>
        <Choice {...text('audience')} choices={named(AUDIENCES, 'admin.audience')} />
        <Truth {...truth('audienceLocked')} />
        <Truth {...truth('staffSwitch')} />
      </fieldset>
      <fieldset class="section stack">
        <legend>{t('admin.group.school')}</legend>
        <TextField {...text('schoolName')} />
        <TextField {...text('message')} rows={4} />
        <TextField {...text('reportLink')} inputMode="url" />
      </fieldset>
      <EntryFields {...list('contacts')} />
      <EntryFields {...list('helplines')} />
      <fieldset class="section stack">
        <legend>{t('admin.group.notes')}</legend>
        <Choice {...text('notes')} choices={named(NOTE_KEEPING, 'admin.notes')} />
        <Truth {...truth('notesLocked')} />
      </fieldset>
      <fieldset class="section stack">
        <legend>{t('admin.hiddenSections')}</legend>
        <p class="field-hint">{t('admin.hiddenSections.hint')}</p>
        {HIDEABLE_SECTIONS.map((section) => (
          <label key={section} class="choice">
            <input
              type="checkbox"
              checked={draft.hiddenSections.includes(section)}
              onChange={(event) => {
                const rest = draft.hiddenSections.filter((one) => one !== section);
                change({ hiddenSections: event.currentTarget.checked ? [...rest, section] : rest });
              }}
            />
            {t(`admin.section.${section}`)}
          </label>
        ))}
      </fieldset>
    </form>
  );
}
