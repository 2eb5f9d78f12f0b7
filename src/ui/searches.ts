/** The two searches, loaded when one is opened. */
export { CountryChoice } from './country-choice';
export { PlatformChoice } from './platform-choice';
