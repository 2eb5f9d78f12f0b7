import { useEffect, useRef, useState } from 'preact/hooks';
import { storeCase } from '../../browser/case-store';
import { openForm } from '../../browser/open-form';
import { openPanel } from '../../browser/panel';
import { openOptions } from '../../browser/tabs';
import type { PlanStep } from '../../plan/report-plan';
import { firstScreenView } from '../../state/first-screen-view';
import { orderOfForm } from '../../state/order-of-form';
import { readReportAtHand } from '../../state/report-at-hand';
import { withoutPage } from '../../state/report-case';
import type { ReportSession } from '../../state/report-session';
import type { Scene } from '../../state/scene';
import { useOnline } from '../../state/use-online';
import { useReport } from '../../state/use-report';
import { useScene } from '../../state/use-scene';
import { FirstScreen } from '../../ui/first-screen';
import { focusOn } from '../../ui/focus-on';
import { useTranslation } from '../../ui/translation';
import type { Search } from './load-search';
import type { OtherReport } from './other-report';

interface Props {
  first: Scene;
  /** The search to begin with, where no page says which platform it is. */
  firstSearch: Search | null;
  windowId: number | null;
  private: boolean;
}

/** What a person does first: then the notes are fetched, so that they are there before the click has ended. */
const FIRST_ACTIONS = ['pointerover', 'pointerdown', 'keydown'];

/** The popup: the first screen, or one of the two searches in the place of its steps. */
export function Popup({ first, firstSearch, windowId, private: isPrivate }: Props) {
  const t = useTranslation();
  const [scene, actions] = useScene(first);
  const { settings } = scene.surroundings;
  const { audience } = settings;
  const online = useOnline();
  const [search, setSearch] = useState(firstSearch);
  const [placed, setPlaced] = useState(first.reportCase.page.link !== null);
  const [here, setHere] = useState(true);
  const [said, setSaid] = useState('');
  const openedBefore = useRef<Search['openedBy'] | null>(null);
  const { session, open: openNotes } = useReport(isPrivate, settings.notes);
  const [noted, setNoted] = useState(false);
  const [otherReport, setOtherReport] = useState<OtherReport | null>(null);
  const { reportCase } = scene;
  const view = firstScreenView(scene, session ? session.reports().some(({ began }) => began !== null) : noted);

  useEffect(() => {
    for (const action of FIRST_ACTIONS) addEventListener(action, () => void openNotes(), { once: true, capture: true });
  }, []);

  useEffect(() => {
    void readReportAtHand().then(async (atHand) => {
      setNoted(atHand.noted);
      if (!atHand.noted && !atHand.storedCase) return;
      const { continueCase, loadOtherReport } = await import('./other-report');
      const continued = await continueCase(first, atHand.storedCase);
      if (continued) {
        actions.showCase(continued.reportCase, continued.platform);
        setHere(continued.here);
        setPlaced(true);
      }
      if (!atHand.noted) return;
      const [loaded] = await Promise.all([loadOtherReport(), openNotes()]);
      setOtherReport(loaded);
    });
  }, []);

  useEffect(() => {
    if (search === null && openedBefore.current) focusOn(openedBefore.current, 'screen-title');
    openedBefore.current = search?.openedBy ?? null;
  }, [search]);

  // A school's policy may come late: a child is not asked where it was before being told whom to tell.
  useEffect(() => {
    if (audience === 'child') setSearch(null);
  }, [audience]);

  async function openSearch(load: 'loadCountrySearch' | 'loadPlatformSearch'): Promise<void> {
    setSearch(await (await import('./load-search'))[load]());
  }

  /** What the panel needs to know is handed to the browser at once, before the popup can close. */
  function tellPanel(): void {
    // Where notes are off the panel learns which platform it is, and no link or name.
    void storeCase(settings.notes === 'off' ? withoutPage(reportCase) : reportCase);
  }

  /** Null where the notes cannot be had, as while the browser replaces Signpost: everything else still works. */
  const notesIfAny = () => openNotes().catch(() => null);

  function notePage(notes: ReportSession | null): void {
    if (view.hasPlace) notes?.addItem(reportCase.page);
  }

  async function open(step: PlanStep, address: string): Promise<void> {
    tellPanel();
    // Nothing is awaited once the notes are there, which they are as soon as the pointer comes or a key is pressed.
    const notes = session ?? (await notesIfAny());
    notePage(notes);
    notes?.markOpened(step.body);
    const details = notes?.details(reportCase.page, orderOfForm(step)) ?? reportCase.page.link ?? '';
    const copied = await openForm({ address, details, windowId, withPanel: true });
    const opened = t(copied ? 'step.opened' : 'step.opened-not-copied');
    setSaid(opened);
    // Where nothing was copied, the answer points to the notes: it must not stand beside a sentence that denies them.
    await sayWhereNotNoted(notes, copied ? opened : '');
  }

  async function sayWhereNotNoted(notes: ReportSession | null, before: string): Promise<void> {
    const instead = await (await import('./answers')).ofNoting(notes);
    if (instead) setSaid(`${before} ${instead}`);
  }

  async function showPanel(): Promise<void> {
    tellPanel();
    // First the note: where the panel opens, the popup may end.
    const notes = session ?? (await notesIfAny());
    notePage(notes);
    void openPanel(windowId, 'in-front');
    await sayWhereNotNoted(notes, '');
  }

  return (
    <>
      <FirstScreen
        view={view}
        here={here}
        online={online}
        search={
          search && (
            <search.Screen
              placed={placed}
              onClose={() => setSearch(null)}
              onCountry={async (country, subdivision) => {
                await actions.prefer({ country, subdivision });
                setSearch(null);
              }}
              onPlatform={async (number) => {
                await actions.choosePlatform(number);
                setPlaced(true);
                setSearch(null);
              }}
            />
          )
        }
        actions={{
          onOpen: open,
          onPanel: showPanel,
          onOptions: () => void openOptions(),
          onKeepCountry: async () => {
            const { country, subdivision } = settings;
            await actions.prefer({ country, subdivision });
            focusOn('change-country');
          },
          onCountry: () => void openSearch('loadCountrySearch'),
          onCorrectPage: () => void openSearch('loadPlatformSearch'),
          onSituation: actions.chooseSituation,
          onAudience: async (chosen) => {
            if (chosen === 'child') setSearch(null);
            await actions.prefer({ audience: chosen });
            focusOn('screen-title');
          },
          onErase: async () => {
            void storeCase(null);
            const done = await (await notesIfAny())?.eraseNow('all');
            setNoted(!done);
            setSaid((await import('./answers')).ofErasing(done === true));
            focusOn('screen-title');
          },
        }}
      />
      {/* Below the steps, which stay where they are. A child is asked nothing of the kind. */}
      {session && otherReport && view.hasPlace && !search && audience !== 'child' && (
        <otherReport.Question
          session={session}
          page={reportCase.page}
          names={otherReport.names}
          onStarted={(sentence) => {
            tellPanel();
            setSaid(sentence);
            focusOn('screen-title');
          }}
        />
      )}
      {/* No green: it also says what did not work. */}
      <p role="status" class={said ? 'notice said' : 'visually-hidden'}>
        {said}
      </p>
    </>
  );
}
