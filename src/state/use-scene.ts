import { useCallback, useEffect, useState } from 'preact/hooks';
import { onPolicyChange } from '../browser/managed-policy';
import { onPreferencesChange, storePreferences } from '../browser/preferences-store';
import type { PlatformForPlan, Situation } from '../catalogue/types';
import { NO_PAGE } from '../detect/detected-page';
import { loadCountries, readSurroundings, settle } from './load-scene';
import type { Preferences } from './preferences';
import { loadPlatform } from './records';
import type { ReportCase } from './report-case';
import type { Scene, Surroundings } from './scene';

export interface SceneActions {
  /** Gives the case as it is then, for those who hand it on. */
  choosePlatform: (number: number | null) => Promise<ReportCase>;
  chooseSituation: (situation: Situation) => ReportCase;
  /** Keeps what the person chose and draws the screen anew. */
  prefer: (changes: Partial<Preferences>) => Promise<void>;
  /** Shows another report, as another window may have begun one. */
  showCase: (reportCase: ReportCase, platform: PlatformForPlan | null) => void;
}

/** The scene as it changes: by the person, here or in another window, or by a policy that arrives late or is withdrawn. */
export function useScene(first: Scene): [Scene, SceneActions] {
  const [scene, setScene] = useState(first);

  const place = useCallback(async (surroundings: Surroundings) => {
    const countries = await loadCountries(surroundings.settings);
    setScene((now) => ({ ...now, surroundings, countries }));
  }, []);

  const placeAgain = useCallback(async () => place(await readSurroundings()), [place]);
  useEffect(() => onPolicyChange(placeAgain), [placeAgain]);
  useEffect(() => onPreferencesChange(placeAgain), [placeAgain]);

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
      prefer: async (changes) => {
        const preferences = { ...scene.surroundings.preferences, ...changes };
        await place(await settle(preferences, scene.surroundings.policy));
        await storePreferences(preferences);
      },
      showCase: (reportCase, platform) => setScene((now) => ({ ...now, reportCase, platform })),
    },
  ];
}
