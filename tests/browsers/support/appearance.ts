import type { Page } from 'puppeteer-core';

export interface Appearance {
  colours?: 'light' | 'dark';
  forcedColours?: boolean;
}

/** Makes a Chromium page look as for a person with these settings. */
export async function setAppearance(page: Page, { colours, forcedColours }: Appearance): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colours ?? '' },
      { name: 'forced-colors', value: forcedColours ? 'active' : '' },
    ],
  });
}
