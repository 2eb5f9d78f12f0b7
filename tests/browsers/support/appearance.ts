import type { Page } from 'puppeteer-core';

export interface Appearance {
  colours?: 'light' | 'dark';
  forcedColours?: boolean;
  reducedMotion?: boolean;
}

/** Makes a Chromium page look as for a person with these settings. */
export async function setAppearance(page: Page, { colours, forcedColours, reducedMotion }: Appearance): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colours ?? '' },
      { name: 'forced-colors', value: forcedColours ? 'active' : '' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
    ],
  });
}

/**
 * Gives a page the size in CSS pixels that a zoomed window leaves it: a window 1280 px wide at 400 % leaves 320.
 *
 * @param factor 4 for 400 %.
 */
export async function setZoom(page: Page, factor: number, window = { width: 1280, height: 1024 }): Promise<void> {
  await page.setViewport({
    width: Math.round(window.width / factor),
    height: Math.round(window.height / factor),
    deviceScaleFactor: factor,
  });
}
