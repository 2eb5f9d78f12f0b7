import { launchChromium } from './support/chromium';
import { startOfflineWeb } from './support/offline-web';

const web = await startOfflineWeb();
const c = await launchChromium({ web });
try {
  const page = await c.open('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  console.log(await page.evaluate(() => location.href + document.body.innerText));
  const popup = await c.openPopup(page);
  console.log(
    await popup.evaluate(
      async () =>
        JSON.stringify(await chrome.tabs.query({})) +
        JSON.stringify(await chrome.storage.session.get()) +
        JSON.stringify(await chrome.permissions.getAll()),
    ),
  );
} finally {
  await c.close();
  await web.close?.();
}
