import type { CountryName } from '../catalogue/names';
import { SaidLine } from '../ui/said';
import { AudienceField, CountryFields } from '../ui/settings-fields';
import type { Choices } from './use-choices';

interface Props {
  choices: Choices;
  countries: CountryName[];
}

/** Where a person is and who they are, each with its answer below it. */
export function YouFields({ choices, countries }: Props) {
  const { settings, saidOf, choosePlace, chooseAudience } = choices;
  return (
    <>
      <CountryFields
        countries={countries}
        country={settings.country}
        subdivision={settings.subdivision}
        guessed={settings.countryGuessed}
        locked={settings.countryLocked}
        onChoose={choosePlace}
      />
      <SaidLine said={saidOf('country')} />
      <AudienceField audience={settings.audience} locked={settings.audienceLocked} onChoose={chooseAudience} />
      <SaidLine said={saidOf('audience')} />
    </>
  );
}
