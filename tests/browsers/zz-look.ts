import { launchChromium } from './support/chromium';
import { startOfflineWeb } from './support/offline-web';

const web = await startOfflineWeb();
const c = await launchChromium({ web, timeZone: 'Europe/London', language: 'en-GB' });
try {
  const page = await c.open(process.argv[2] ?? 'https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  const popup = await c.openPopup(page);
  const errors: string[] = [];
  popup.on('console', (m) => errors.push(m.text()));
  popup.on('pageerror', (e) => errors.push(String(e)));
  await new Promise((r) => setTimeout(r, 800));
  await popup.screenshot({ path: '/tmp/popup.png' });
  console.log(
    await popup.evaluate(
      () =>
        document.body.innerText +
        ' H' +
        document.documentElement.scrollHeight +
        ' W' +
        innerWidth +
        ' ih' +
        innerHeight,
    ),
  );
  const button = await popup.$('.button-primary');
  if (button) {
    const { address } = await c.newTab(() => button.click());
    console.log('opened', address);
    await new Promise((r) => setTimeout(r, 1500));
    const panel = await c.extensionPage();
    await new Promise((r) => setTimeout(r, 800));
    await panel.screenshot({ path: '/tmp/panel.png', fullPage: true });
    console.log('CLIP', await c.clipboardText());
    console.log(await panel.evaluate(() => document.body.innerText));
  }
  console.log(errors);
} finally {
  await c.close();
  await web.close?.();
}
