import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIREFOX_PACKAGE, type Firefox, type FirefoxPage } from './firefox';

/** The part of the shell view's plan that the main flow is held against. */
export interface ExpectedPlan {
  page: {
    platform: string | null;
    kind: string | null;
    id: string | null;
    username: string | null;
    link: string | null;
  };
  steps: { body: string; label: string; target: string | null; alsoBy: string[]; rank: 'main' | 'more' }[];
  checklist: { text: string }[];
}

export interface MainFlowCase {
  /** As a person reads it in the popup. */
  name: string;
  address: string;
}

export const MAIN_FLOW_CASES: MainFlowCase[] = [
  { name: 'YouTube', address: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' },
  { name: 'Facebook', address: 'https://www.facebook.com/groups/123456789012345/' },
  { name: 'Instagram', address: 'https://www.instagram.com/p/Cabc123DEF4/' },
  { name: 'Snapchat', address: 'https://www.snapchat.com/add/example.name' },
  { name: 'LiveMe', address: 'https://www.liveme.com/us/u/123456789' },
  { name: 'forum.example', address: 'https://forum.example/thread/12' },
];

/** The plans that the shell view prints for the cases, in their order. */
export function expectedPlans(country: string): ExpectedPlan[] {
  const root = resolve(import.meta.dirname, '../../..');
  const output = execFileSync(
    join(root, 'node_modules', '.bin', 'tsx'),
    [join(root, 'scripts/plan.ts'), '--country', country, '--batch', '-'],
    { cwd: root, input: `${MAIN_FLOW_CASES.map(({ address }) => address).join('\n')}\n`, encoding: 'utf8' },
  );
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Every web address that a plan offers a button for, in the order of the screen: each step's own, then its other ways. */
export function addressesToOpen(plan: ExpectedPlan): string[] {
  const inOrder = [
    ...plan.steps.filter(({ rank }) => rank === 'main'),
    ...plan.steps.filter(({ rank }) => rank === 'more'),
  ];
  return inOrder
    .flatMap(({ target, alsoBy }) => [target, ...alsoBy])
    .filter((address) => address?.startsWith('https:')) as string[];
}

/** The path of the notes' code in a built package. */
export function notesCode(folder: string): string {
  const file = readdirSync(join(folder, 'assets')).find((name) => /^report-session-.*\.js$/.test(name));
  if (!file) throw new Error(`${folder} has no file for the notes.`);
  return `/assets/${file}`;
}

/** Waits until a popup in Firefox has the code of the notes, which it fetches when the pointer comes. */
export async function notesAreFetched(firefox: Firefox, popup: FirefoxPage): Promise<void> {
  await firefox.bidi.send('script.evaluate', {
    expression: `import('${notesCode(FIREFOX_PACKAGE)}').then(() => undefined)`,
    target: { context: popup.context },
    awaitPromise: true,
  });
}

/** The buttons in popup and panel that open an official page, those folded away included once `unfold` has run. */
export const STEP_BUTTONS = '.steps button.button';

/** Opens everything that is folded away in a page; runs in the page, which has only what stands inside. */
export async function unfold(): Promise<void> {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  for (const title of document.querySelectorAll<HTMLElement>('.step-toggle[aria-expanded="false"]')) title.click();
  // What a step says is loaded when the first one is opened.
  while (
    [...document.querySelectorAll('.step-toggle')].some(
      (title) => !document.getElementById(title.getAttribute('aria-controls') ?? ''),
    )
  ) {
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** The steps' titles without the words that only screen readers get; runs in the page. */
export function readTitles(): string[] {
  return [...document.querySelectorAll('.steps h3')].map((title) => {
    const shown = title.cloneNode(true) as HTMLElement;
    for (const unseen of shown.querySelectorAll('.visually-hidden')) unseen.remove();
    return (shown.textContent ?? '').trim();
  });
}
