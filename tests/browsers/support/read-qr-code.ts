import type { Browser } from 'puppeteer-core';
import decodeQR from 'qr/decode.js';

/**
 * What a phone's camera would read from a picture with a QR code in it.
 *
 * @param png a screenshot; it is unpacked in a page of the browser
 * @throws {Error} where no code can be read
 */
export async function readQrCode(browser: Browser, png: Uint8Array): Promise<string> {
  const page = await browser.newPage();
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    return { width: picture.width, height: picture.height, pixels: [...data] };
  }, Buffer.from(png).toString('base64'));
  await page.close();
  return decodeQR({ width, height, data: Uint8ClampedArray.from(pixels) });
}
