import { useEffect, useState } from 'preact/hooks';
import { readActiveTab } from '../../browser/active-tab';
import { onCaseChange, storeCase } from '../../browser/case-store';
import type { PlatformName } from '../../catalogue/names';
import type { Situation } from '../../catalogue/types';
import { type DetectedPage, NO_PAGE } from '../../detect/detected-page';
import { loadPlatformNames } from '../../state/names';
import { detectAddress } from '../../state/records';
import { NO_CASE, type ReportCase } from '../../state/report-case';
import type { ReportSession } from '../../state/report-session';
import type { Scene } from '../../state/scene';
import { parseCase, platformOf } from '../../state/stored-case';
import type { SceneActions } from '../../state/use-scene';

export interface PanelCase {
  /** For the search; empty until they are loaded. */
  platforms: PlatformName[];
  /** The name of a platform by its id; the id itself where it is not known, or not yet. */
  platformName(id: string): string;
  choosePlatform(number: number | null): Promise<void>;
  chooseSituation(situation: Situation): void;
  /** Makes the page that was noted last in the report what the panel is about, here and in the other windows. */
  followNotes(): Promise<void>;
  /** Notes the page of the tab too; false where it has no address that Signpost may read. */
  addPage(): Promise<boolean>;
  /** Ends the report at hand, here and in the other windows. */
  forget(): void;
}

/**
 * What the panel is about: as the popup or another window says, as it was noted, or as it is chosen here.
 *
 * @param hasPlace whether the scene says where it was, as the first screen's view has it
 */
export function usePanelCase(
  { reportCase }: Scene,
  actions: SceneActions,
  session: ReportSession | null,
  hasPlace: boolean,
): PanelCase {
  const [loadingNames] = useState(loadPlatformNames);
  const [platforms, setPlatforms] = useState<PlatformName[]>([]);

  useEffect(() => {
    void loadingNames.then(setPlatforms);
  }, []);
  useEffect(
    () =>
      onCaseChange(async (stored) => {
        // None any more where another window has erased it: then nothing of it stays on this screen.
        const next = parseCase(stored) ?? NO_CASE;
        actions.showCase(next, await platformOf(next));
      }),
    [],
  );
  useEffect(() => {
    // Kept notes outlive the report at hand: after a restart the panel is about what was noted last.
    const last = session?.get().items.at(-1);
    if (last && !hasPlace) void showPage(last);
  }, [session]);

  /** Makes a noted page what the whole panel is about; none where nothing is noted. */
  async function showPage(page: DetectedPage): Promise<ReportCase> {
    const platform = (await loadingNames).find(({ id }) => id === page.platform)?.number ?? null;
    const next = { ...reportCase, page, platform };
    actions.showCase(next, await platformOf(next));
    return next;
  }

  return {
    platforms,
    platformName: (id) => platforms.find((platform) => platform.id === id)?.name ?? id,
    async choosePlatform(number) {
      await storeCase(await actions.choosePlatform(number));
    },
    chooseSituation(situation) {
      void storeCase(actions.chooseSituation(situation));
    },
    async followNotes() {
      await storeCase(await showPage(session?.get().items.at(-1) ?? NO_PAGE));
    },
    async addPage() {
      const { address } = await readActiveTab();
      const { page, number } = await detectAddress(address);
      if (!page.link) return false;
      session?.addItem(page);
      if (reportCase.page.link === null) await storeCase({ ...reportCase, page, platform: number });
      return true;
    },
    forget() {
      void storeCase(null);
      actions.showCase(NO_CASE, null);
    },
  };
}
