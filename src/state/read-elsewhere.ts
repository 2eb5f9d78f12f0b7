import anyHost from 'virtual:signpost/any-host';
import { pageElsewhere } from '../detect/page-elsewhere';
import type { WebAddress } from '../detect/read-address';

/** Reads a page on a host that no record claims; a file of its own, because most pages are on hosts that one does. */
export const readElsewhere = (web: WebAddress) => pageElsewhere(web, anyHost);
