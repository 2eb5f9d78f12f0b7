import type { ReportingBody } from './types';

/** A body's name as it stands in "Tell …": what people call it, else its full name. */
export function bodyName({ shortName, name }: ReportingBody): string {
  return shortName ?? name;
}
