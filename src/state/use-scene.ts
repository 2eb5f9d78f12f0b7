import { useState } from 'preact/hooks';
import type { PlatformForPlan, Situation } from '../catalogue/types';
import { NO_PAGE } from '../detect/detected-page';
import { loadCountries, readSurroundings } from './load-scene';
import { loadPlatform } from './records';
import type { ReportCase } from './report-case';
import type { Scene } from './scene';
import { type Prefer, usePreferences } from './use-preferences';

export interface SceneActions {
  /** Gives the case as it is then, for those who hand it on. */
  choosePlatform: (number: number | null) => Promise<ReportCase>;
  chooseSituation: (situation: Situation) => ReportCase;
  prefer: Prefer;
  /** Shows another report, as another window may have begun one. */
  showCase: (reportCase: ReportCase, platform: PlatformForPlan | null) => void;
}

/** The scene as it changes: by the person, here or in another window, or by the school. */
export function useScene(first: Scene): [Scene, SceneActions] {
  const [scene, setScene] = useState(first);
  const prefer = usePreferences(
    async (unstored) => {
      const surroundings = await readSurroundings(unstored);
      return { surroundings, countries: await loadCountries(surroundings.settings) };
    },
    (found) => setScene((now) => ({ ...now, ...found })),
  );

  return [
    scene,
    {
      choosePlatform: async (number) => {
        const platform = number === null ? null : await loadPlatform(number);
        // Named by hand it was seen somewhere else, most often in an app: this page's link would say nothing of it.
        const page = { ...NO_PAGE, platform: platform?.id ?? null };
        const reportCase = { ...scene.reportCase, page, platform: number };
        setScene((now) => ({ ...now, platform, reportCase }));
        return reportCase;
      },
      chooseSituation: (situation) => {
        const reportCase = { ...scene.reportCase, situation };
        setScene((now) => ({ ...now, reportCase }));
        return reportCase;
      },
      prefer,
      showCase: (reportCase, platform) => setScene((now) => ({ ...now, reportCase, platform })),
    },
  ];
}
