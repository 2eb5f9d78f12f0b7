/** The languages that Signpost speaks, BCP 47. Each has a folder of its name beside this file. */
export const LANGUAGES: readonly string[] = ['en'];
