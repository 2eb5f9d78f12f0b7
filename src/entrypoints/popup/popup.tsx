import { useEffect, useRef, useState } from 'preact/hooks';
import { storeCase } from '../../browser/case-store';
import { openForm } from '../../browser/open-form';
import { openPanel } from '../../browser/panel';
import { openOptions } from '../../browser/tabs';
import { formatDetails } from '../../notes/format-details';
import type { PlanStep } from '../../plan/report-plan';
import { firstScreenView } from '../../state/first-screen-view';
import { hasStoredNotes } from '../../state/has-stored-notes';
import { loadCountryNames, loadPlatformNames } from '../../state/names';
import type { ReportSession } from '../../state/report-session';
import type { Scene } from '../../state/scene';
import { useOnline } from '../../state/use-online';
import { useReport } from '../../state/use-report';
import { useScene } from '../../state/use-scene';
import { FirstScreen } from '../../ui/first-screen';
import { useTranslation } from '../../ui/translation';

interface Props {
  first: Scene;
  windowId: number | null;
  private: boolean;
}

type Search = 'country' | 'platform';

/** The control that opens each search; the focus goes back to it when the search closes. */
const OPENED_BY: Record<Search, string> = { country: 'change-country', platform: 'correct-page' };

/** The focus must not be lost when what held it leaves the screen. */
function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** The popup: the first screen, or one of the two searches in the place of its steps. */
export function Popup({ first, windowId, private: isPrivate }: Props) {
  const t = useTranslation();
  const [scene, actions] = useScene(first);
  const online = useOnline();
  const hadPage = first.reportCase.page.link !== null;
  // A child need not say where it was: telling somebody comes first, with or without a place.
  const startsWithSearch = !hadPage && first.surroundings.settings.audience !== 'child';
  const [search, setSearch] = useState<Search | null>(startsWithSearch ? 'platform' : null);
  const [searches, setSearches] = useState<typeof import('../../ui/searches') | null>(null);
  const [placed, setPlaced] = useState(hadPage);
  const [said, setSaid] = useState('');
  const shownBefore = useRef<Search | null>(null);
  const { session, open: openNotes } = useReport(isPrivate, scene.surroundings.policy, 'at-first-action');
  const [noted, setNoted] = useState(false);
  const { reportCase } = scene;
  const view = firstScreenView(scene, session ? !session.get().empty : noted);

  useEffect(() => {
    void hasStoredNotes().then(setNoted);
  }, []);

  useEffect(() => {
    if (search !== null && !searches) void import('../../ui/searches').then(setSearches);
  }, [search, searches]);

  useEffect(() => {
    if (search === null && shownBefore.current) focusOn(OPENED_BY[shownBefore.current]);
    shownBefore.current = search;
  }, [search]);

  /** Everything the panel needs to know is handed to the browser before the popup can close. */
  async function handOver(): Promise<ReportSession> {
    void storeCase(reportCase);
    const notes = session ?? (await openNotes());
    if (reportCase.page.link || reportCase.page.platform) notes.addItem(reportCase.page);
    return notes;
  }

  async function open(step: PlanStep, address: string): Promise<void> {
    const details = async () => {
      const notes = await handOver();
      notes.markOpened(step.body);
      return formatDetails(reportCase.page, notes.get(), t);
    };
    const copied = await openForm({ address, details, windowId, withPanel: true });
    setSaid(t(copied ? 'step.opened' : 'step.opened-not-copied'));
  }

  function showPanel(): void {
    void handOver();
    void openPanel(windowId);
  }

  return (
    <>
      <FirstScreen
        view={view}
        online={online}
        search={
          searches && search === 'country' ? (
            <searches.CountryChoice
              load={loadCountryNames}
              onClose={() => setSearch(null)}
              onChoose={async (country, subdivision) => {
                await actions.prefer({ country, subdivision });
                setSearch(null);
              }}
            />
          ) : searches && search === 'platform' ? (
            <>
              {!placed && <p>{t('page.no-address')}</p>}
              <searches.PlatformChoice
                load={loadPlatformNames}
                onClose={placed ? () => setSearch(null) : null}
                onChoose={async (number) => {
                  await actions.choosePlatform(number);
                  setPlaced(true);
                  setSearch(null);
                }}
              />
            </>
          ) : null
        }
        actions={{
          onOpen: open,
          onPanel: showPanel,
          onOptions: () => void openOptions(),
          onKeepCountry: async () => {
            const { country, subdivision } = scene.surroundings.settings;
            await actions.prefer({ country, subdivision });
            focusOn(OPENED_BY.country);
          },
          onCountry: () => setSearch('country'),
          onCorrectPage: () => setSearch('platform'),
          onSituation: actions.chooseSituation,
          onAudience: async (audience) => {
            if (audience === 'child') setSearch(null);
            await actions.prefer({ audience });
            focusOn('screen-title');
          },
          onErase: () => {
            void openNotes().then((notes) => notes.eraseNow('all'));
            setNoted(false);
            void storeCase(null);
            setSaid(t('erased'));
          },
        }}
      />
      <p role="status" class={said ? 'notice notice-good said' : 'visually-hidden'}>
        {said}
      </p>
    </>
  );
}
