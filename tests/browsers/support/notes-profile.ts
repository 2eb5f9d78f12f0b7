import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import panelWords from '../../../src/locales/en/panel.json';
import { discardFolder } from './discard-folder';

/** Put together here, so that no file of the project itself holds it. */
export const MARKER = ['told', 'nobody', 'but', 'the', 'lighthouse'].join('-');
/** The labels of two fields of the notes. */
export const WORDS = panelWords['panel.words'];
export const WHERE = panelWords['panel.where'];

/** A browser that is started with a profile, ended, and started with the same profile again. */
export interface RestartedBrowser<B, O> {
  /** The profile's folder: new for each test, deleted after it. */
  profile(): string;
  start(more?: O): Promise<B>;
  /** The one that runs. */
  running(): B;
  end(): Promise<void>;
}

/** Gives each test of the file a new profile, and ends after each what still runs. */
export function browserWithProfile<B extends { close(): Promise<void> }, O = never>(
  launch: (profile: string, more?: O) => Promise<B>,
): RestartedBrowser<B, O> {
  let profile: string;
  let browser: B | undefined;

  async function end(): Promise<void> {
    await browser?.close();
    browser = undefined;
  }

  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'signpost-notes-'));
  });
  afterEach(async () => {
    await end();
    discardFolder(profile);
  });

  return {
    profile: () => profile,
    async start(more) {
      browser = await launch(profile, more);
      return browser;
    },
    running() {
      if (!browser) throw new Error('No browser runs.');
      return browser;
    },
    end,
  };
}
