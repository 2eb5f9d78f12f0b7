/** The first segment of a path, as it is written; empty for the front page. */
export function firstSegment(path: string): string {
  const end = path.indexOf('/', 1);
  return path.slice(1, end < 0 ? undefined : end);
}

/** The last segment of a path, in lower case, for comparing it with words. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** A language or country as the first segment: a face of the whole site (`/de`, `/pt-br/profile/jane`). */
const LANGUAGE =
  /^\/(?:ar|at|au|be|bg|br|ca|ch|cn|cs|da|de|el|en|es|et|fa|fi|fr|gb|he|hi|hr|hu|id|ie|in|it|ja|jp|ko|kr|lt|lv|ms|mx|nb|nl|no|nz|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|tw|uk|ur|us|vi|zh)(?:[-_][A-Za-z]{2,4})?(?=\/|$)/;

/** The language or country that a path begins with, with its slash (`/pt-br`); undefined where there is none. */
export function languageOf(path: string): string | undefined {
  return LANGUAGE.exec(path)?.[0];
}
