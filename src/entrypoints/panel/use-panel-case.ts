import { useEffect, useRef, useState } from 'preact/hooks';
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
import { ownChanges } from './own-changes';

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

interface Options {
  /** Whether the scene says where it was, as the first screen's view has it. */
  hasPlace: boolean;
  /** Called when another window has made the panel about something else. */
  onOther: () => void;
}

/** What the panel is about: as the popup or another window says, as it was noted, or as it is chosen here. */
export function usePanelCase(
  { reportCase }: Scene,
  actions: SceneActions,
  session: ReportSession | null,
  { hasPlace, onOther }: Options,
): PanelCase {
  const [loadingNames] = useState(loadPlatformNames);
  const [platforms, setPlatforms] = useState<PlatformName[]>([]);
  const lastTurn = useRef(0);
  const [own] = useState(ownChanges);

  useEffect(() => {
    void loadingNames.then(setPlatforms);
  }, []);
  useEffect(
    () =>
      onCaseChange((stored) => {
        // None any more where another window has erased it: then nothing of it stays on this screen.
        const next = parseCase(stored) ?? NO_CASE;
        if (own.isOwn(next)) return;
        onOther();
        void showCase(next);
      }),
    [],
  );
  useEffect(() => {
    // Kept notes outlive the report at hand: after a restart the panel is about what was noted last.
    const last = session?.get().items.at(-1);
    if (last && !hasPlace) void showPage(last);
  }, [session]);

  /** What is shown next needs its record, and a later choice may have it sooner: then this one is shown no more. */
  function nextTurn(): () => boolean {
    const turn = ++lastTurn.current;
    return () => turn === lastTurn.current;
  }

  async function showCase(next: ReportCase, isNewest = nextTurn()): Promise<void> {
    const platform = await platformOf(next);
    if (isNewest()) actions.showCase(next, platform);
  }

  /** Makes a noted page what the whole panel is about. Gives the case; null where something newer is shown by then. */
  async function showPage(page: DetectedPage): Promise<ReportCase | null> {
    const isNewest = nextTurn();
    const platform = (await loadingNames).find(({ id }) => id === page.platform)?.number ?? null;
    const next = { ...reportCase, page, platform };
    await showCase(next, isNewest);
    return isNewest() ? next : null;
  }

  /** Hands the case to the other windows. */
  async function tellOthers(next: ReportCase): Promise<void> {
    own.made(parseCase(next));
    await storeCase(next);
  }

  return {
    platforms,
    platformName: (id) => platforms.find((platform) => platform.id === id)?.name ?? id,
    async choosePlatform(number) {
      nextTurn();
      await tellOthers(await actions.choosePlatform(number));
    },
    chooseSituation(situation) {
      void tellOthers(actions.chooseSituation(situation));
    },
    async followNotes() {
      const next = await showPage(session?.get().items.at(-1) ?? NO_PAGE);
      if (next) await tellOthers(next);
    },
    async addPage() {
      const { address } = await readActiveTab();
      const { page, number, platform } = await detectAddress(address);
      if (!page.link) return false;
      session?.addItem(page);
      if (reportCase.page.link === null) {
        nextTurn();
        const next = { ...reportCase, page, platform: number };
        actions.showCase(next, platform);
        await tellOthers(next);
      }
      return true;
    },
    forget() {
      nextTurn();
      void storeCase(null);
      actions.showCase(NO_CASE, null);
    },
  };
}
