import { DEFAULT_COUNTRY } from '../../src/catalogue/codes';
import { searchNames } from '../../src/catalogue/names';
import { SITUATIONS } from '../../src/catalogue/types';
import { NO_PAGE } from '../../src/detect/detected-page';
import common from '../../src/locales/en/common.json';
import plan from '../../src/locales/en/plan.json';
import { createTranslator } from '../../src/locales/translate';
import { planSteps } from '../../src/plan/plan-steps';
import { loadCountries, loadPlatforms } from '../load-catalogue';
import { timeSideBySide } from './side-by-side';
import { shown, spreadOf, table } from './statistics';

/** How often a job is run in one round: much of it is too short for the clock. */
const TIMES = 200;
const ADDRESS = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

/** What a person's choices cost, each as a multiple of `new URL(address)` measured in the same round. */
export function benchWork(): string {
  const platforms = loadPlatforms();
  const countries = loadCountries();
  const country = countries.find(({ code }) => code === 'GB')!;
  const defaultCountry = countries.find(({ code }) => code === DEFAULT_COUNTRY)!;
  const names = platforms.map(({ name, otherNames }) => ({ name, otherNames: otherNames ?? [] }));
  const platform = platforms.find(({ id }) => id === 'youtube')!;
  let turn = 0;
  const jobs: [name: string, run: () => unknown][] = [
    ['`new URL(address)`', () => new URL(ADDRESS)],
    [
      'the steps of a plan',
      () =>
        planSteps({
          page: { ...NO_PAGE, platform: 'youtube', kind: 'video', link: ADDRESS },
          platform,
          country,
          parentCountry: null,
          defaultCountry,
          subdivision: null,
          audience: 'adult',
          situation: SITUATIONS[turn++ % SITUATIONS.length]!,
          school: null,
        }),
    ],
    [`one letter typed into the search over ${names.length} platforms`, () => searchNames('ro', names)],
    ['a translator for another language', () => createTranslator({ ...common, ...plan })('app.name')],
  ];
  const timed = timeSideBySide(
    jobs.map(([name, run]) => ({ name, run })),
    Array.from({ length: TIMES }),
  );
  return table(
    ['work', 'ratio (quartiles)'],
    timed.map(({ name, ratios }) => [name, shown(spreadOf(ratios), 0)]),
  );
}
