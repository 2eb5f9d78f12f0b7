import { describe, expect, it } from 'vitest';
import notesWords from '../../src/locales/en/notes.json';
import { PANEL_PATH } from './support/chromium';
import { type FirefoxPage, launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import { browserWithProfile, MARKER, WHERE, WORDS } from './support/notes-profile';
import { poll } from './support/poll';
import { filesHolding } from './support/search-profile';

const { profile, start, running, end } = browserWithProfile((folder) =>
  launchFirefox({ extensionId: FIREFOX_ID, profile: folder }),
);

const panel = () => running().openExtensionPage(PANEL_PATH);
const textOf = (page: FirefoxPage, label: string) =>
  page.evaluate((name) => {
    const of = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name);
    return (of?.control as HTMLTextAreaElement | null)?.value ?? null;
  }, label);
const reads = (page: FirefoxPage, label: string, text: string) =>
  poll(`"${label}" reads "${text}"`, async () => (await textOf(page, label)) === text);
const type = async (page: FirefoxPage, label: string, text: string) => {
  await page.click('textbox', label);
  await page.press(text);
  await reads(page, label, text);
};

describe('notes in Firefox', () => {
  it('stay in memory: the profile holds nothing, and a restart ends them', async () => {
    await start();
    await type(await panel(), WORDS, MARKER);
    expect(filesHolding(profile(), MARKER)).toEqual([]);
    await end();
    expect(filesHolding(profile(), MARKER)).toEqual([]);
    await start();
    await reads(await panel(), WORDS, '');
  });

  it('are on disk when "keep" was chosen, come back after a restart, and "Erase now" takes them from the disk', async () => {
    await start();
    let page = await panel();
    await type(page, WORDS, MARKER);
    await page.click('button', notesWords['notes.keep']);
    await poll('the kept text is on disk', async () => filesHolding(profile(), MARKER).length > 0);
    await end();
    expect(filesHolding(profile(), MARKER)).not.toEqual([]);
    await start();
    page = await panel();
    await reads(page, WORDS, MARKER);
    await page.click('button', notesWords['notes.erase-now']);
    await reads(page, WORDS, '');
    await poll('the disk is clean', async () => filesHolding(profile(), MARKER).length === 0);
    await end();
    expect(filesHolding(profile(), MARKER)).toEqual([]);
  });

  it('that were kept lose what is deleted later: it leaves the disk, and the rest stays', async () => {
    await start();
    let page = await panel();
    await type(page, WORDS, MARKER);
    await type(page, WHERE, 'in the bus');
    await page.click('button', notesWords['notes.keep']);
    await poll('the kept text is on disk', async () => filesHolding(profile(), MARKER).length > 0);
    await end();
    await start();
    page = await panel();
    await reads(page, WORDS, MARKER);
    await page.click('textbox', WORDS);
    await page.press(`\uE010${'\uE003'.repeat(MARKER.length)}`);
    await reads(page, WORDS, '');
    await poll('the deleted text has left the disk', async () => filesHolding(profile(), MARKER).length === 0);
    await end();
    expect(filesHolding(profile(), MARKER)).toEqual([]);
    await start();
    await reads(await panel(), WHERE, 'in the bus');
  });
});
