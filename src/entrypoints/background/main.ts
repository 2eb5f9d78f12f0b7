import { storeCapturedAddress } from '../../browser/case-store';
import { addReportMenu, onReportMenu } from '../../browser/context-menu';
import { onInstalledByPerson } from '../../browser/installed';
import { openPopup } from '../../browser/popup';
import { onPanelCommand } from '../../browser/shortcuts';
import { openOwnPage } from '../../browser/tabs';
import common from '../../locales/en/common.json';

// Listeners only: nothing here wakes when tabs are opened, changed or navigated.
addReportMenu(common['menu.report']);

onReportMenu(async (address) => {
  await storeCapturedAddress(address);
  await openPopup();
});

onPanelCommand();
onInstalledByPerson(() => openOwnPage('src/entrypoints/welcome/index.html'));
