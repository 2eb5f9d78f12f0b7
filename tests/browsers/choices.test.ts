import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import optionsWords from '../../src/locales/en/options.json';
import { type Chromium, launchChromium, OPTIONS_PATH, WELCOME_PATH } from './support/chromium';
import { type Firefox, launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import { poll } from './support/poll';

let chromium: Chromium;
let firefox: Firefox;

beforeAll(async () => {
  chromium = await launchChromium({ inPrivateWindows: true });
  firefox = await launchFirefox({ extensionId: FIREFOX_ID });
});

afterAll(async () => {
  await chromium?.close();
  await firefox?.close();
});

afterEach(async () => {
  await chromium.closeOtherPages();
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.clear());
});

/** In the page: two choices before the first can have been stored. */
function chooseTwoAtOnce(): void {
  document.querySelector<HTMLInputElement>('[name=notes]:not(:checked)')!.click();
  document.querySelector<HTMLInputElement>('[name=audience]:not(:checked)')!.click();
  const country = document.querySelector<HTMLSelectElement>('#country')!;
  country.value = 'IE';
  country.dispatchEvent(new Event('change', { bubbles: true }));
}

/** In the page: what it shows as chosen, by its place among what can be chosen. */
function readChoices(): { country: string | undefined; audience: number; notes: number } {
  const checked = (name: string) =>
    [...document.querySelectorAll<HTMLInputElement>(`[name=${name}]`)].findIndex((choice) => choice.checked);
  return {
    country: document.querySelector<HTMLSelectElement>('#country')?.value,
    audience: checked('audience'),
    notes: checked('notes'),
  };
}

/** In the page: what it has answered last. The fields alone show what a test has put into them, drawn anew or not. */
function readAnswer(): string | null | undefined {
  return document.querySelector('.said')?.textContent;
}

const savedAnswer = (what: string) => optionsWords['options.saved'].replace('{what}', what);

describe('what a person chooses', () => {
  it('is kept when the next choice comes before it is stored, in Chromium', async () => {
    const options = await chromium.openExtensionPage(OPTIONS_PATH);
    await options.waitForSelector('#country');
    expect(await options.evaluate(readChoices)).toMatchObject({ audience: 0, notes: 1 });
    await options.evaluate(chooseTwoAtOnce);
    const all = { country: 'IE', audience: 1, notes: 0 };
    await poll('the last is saved', async () => (await options.evaluate(readAnswer)) === savedAnswer('Ireland'));
    expect(await options.evaluate(readChoices)).toEqual(all);
    await options.reload();
    await options.waitForSelector('#country');
    expect(await options.evaluate(readChoices)).toEqual(all);
  });

  it('is kept when the next choice comes before it is stored, in Firefox', async () => {
    const options = await firefox.openExtensionPage(OPTIONS_PATH);
    await poll('the page is drawn', async () => (await options.evaluate(readChoices)).country !== undefined);
    await options.evaluate(chooseTwoAtOnce);
    await poll('the last is saved', async () => (await options.evaluate(readAnswer)) === savedAnswer('Ireland'));
    const again = await firefox.openExtensionPage(OPTIONS_PATH);
    await poll('the page is drawn', async () => (await again.evaluate(readChoices)).country !== undefined);
    expect(await again.evaluate(readChoices)).toEqual({ country: 'IE', audience: 1, notes: 0 });
  });

  it('is kept beside what another page chooses in the same moment', async () => {
    const options = await chromium.openExtensionPage(OPTIONS_PATH);
    const welcome = await chromium.openExtensionPage(WELCOME_PATH);
    for (const page of [options, welcome]) await page.waitForSelector('#country');
    await Promise.all([
      options.evaluate(() => document.querySelector<HTMLInputElement>('[name=notes]:not(:checked)')!.click()),
      welcome.evaluate(() => document.querySelector<HTMLInputElement>('[name=audience]:not(:checked)')!.click()),
    ]);
    await poll('one page shows both', async () => {
      const { audience, notes } = await options.evaluate(readChoices);
      return audience === 1 && notes === 0;
    });
  });

  it('stays on the screen where an older reading of the storage ends after a newer one', async () => {
    const options = await chromium.openExtensionPage(OPTIONS_PATH);
    await options.waitForSelector('#country');
    await options.evaluate(async () => {
      const choose = (code: string) => {
        const country = document.querySelector<HTMLSelectElement>('#country')!;
        country.value = code;
        country.dispatchEvent(new Event('change', { bubbles: true }));
      };
      // The first reading gives what was there when it began, and takes long.
      const area = chrome.storage.local as unknown as { get(keys: string[]): Promise<unknown> };
      const get = area.get.bind(area);
      await new Promise<void>((hasRead) => {
        area.get = async (keys) => {
          area.get = get;
          const found = await get(keys);
          hasRead();
          await new Promise((done) => setTimeout(done, 500));
          // Some moments after it is handed over, so that what is made of it can have been shown.
          setTimeout(() => document.body.setAttribute('data-slow-reading', 'ended'), 500);
          return found;
        };
        choose('IE');
      });
      choose('FR');
    });
    await options.waitForSelector('[data-slow-reading]');
    await poll('the last choice is shown', async () => (await options.evaluate(readChoices)).country === 'FR', 5_000);
  });

  it('counts on this page, and says so, where the browser refuses to store it', async () => {
    const options = await chromium.openExtensionPage(OPTIONS_PATH);
    await options.waitForSelector('#country');
    await options.evaluate(() => {
      chrome.storage.local.set = (() =>
        Promise.reject(new Error('the disk is full'))) as typeof chrome.storage.local.set;
    });
    await options.evaluate(chooseTwoAtOnce);
    const notSaved = optionsWords['options.not-saved'].replace('{what}', 'Ireland');
    await poll('the page says it', async () => (await options.$eval('.said', (line) => line.textContent)) === notSaved);
    expect(await options.$eval('.said', (line) => line.className)).not.toContain('notice-good');
    expect(await options.evaluate(readChoices)).toEqual({ country: 'IE', audience: 1, notes: 0 });
  });

  it('stands in a private window over the choices of the normal ones, which learn nothing of it', async () => {
    const worker = await chromium.worker();
    await worker.evaluate(() => chrome.storage.local.set({ country: 'FR', audience: 'school-staff' }));
    const hidden = await chromium.openPrivateExtensionPage(OPTIONS_PATH);
    await poll('it starts from theirs', async () => (await hidden.evaluate(readChoices)).country === 'FR');
    await hidden.evaluate(() => {
      const country = document.querySelector<HTMLSelectElement>('#country')!;
      country.value = 'IE';
      country.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await poll('it is taken', async () => (await hidden.evaluate(readAnswer)) === savedAnswer('Ireland'));
    // What is left alone there goes on following the normal windows.
    await worker.evaluate(() => chrome.storage.local.set({ country: 'GB', audience: 'child' }));
    await poll('the other choice has followed', async () => (await hidden.evaluate(readChoices)).audience === 2);
    expect((await hidden.evaluate(readChoices)).country).toBe('IE');
    expect(await worker.evaluate(() => chrome.storage.local.get('country'))).toEqual({ country: 'GB' });
  });
});
