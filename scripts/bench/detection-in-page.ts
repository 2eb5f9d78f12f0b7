import { timeDetection } from './time-detection';

// The entry of the bundle that `detection.ts` runs in a page of each browser.
Object.assign(globalThis, { timeDetection });
