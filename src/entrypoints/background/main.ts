import { addReportMenu, onReportMenu } from '../../browser/context-menu';
import { onInstalledByPerson } from '../../browser/installed';
import { openPopupFor } from '../../browser/popup';
import { onPanelCommand } from '../../browser/shortcuts';
import { openOwnPage } from '../../browser/tabs';
import { tendNotes } from '../../state/tend-notes';

// Listeners only: nothing here wakes when tabs are opened, changed or navigated.
addReportMenu();
onReportMenu(openPopupFor);
onPanelCommand();
onInstalledByPerson(() => openOwnPage('src/entrypoints/welcome/index.html'));
tendNotes();
