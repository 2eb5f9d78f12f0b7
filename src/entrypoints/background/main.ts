import { addReportMenu, onReportMenu } from '../../browser/context-menu';
import { onInstalledByPerson } from '../../browser/installed';
import { openOwnPage } from '../../browser/own-pages';
import { openPopupFor } from '../../browser/popup';
import { onPanelCommand } from '../../browser/shortcuts';
import { tendNotes } from '../../state/tend-notes';

// Listeners only: nothing here wakes when tabs are opened, changed or navigated.
addReportMenu();
onReportMenu(openPopupFor);
onPanelCommand();
onInstalledByPerson(() => openOwnPage('welcome'));
tendNotes();
