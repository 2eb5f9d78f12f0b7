/** What stands behind a number: "ext. 12", "x12", "extension 12". */
export const EXTENSION = /(ext(ension|\.)?|x)\s*\d{1,6}$/i;

/**
 * A number as an address to dial. Blanks and dashes go; `#` must be escaped in an address. An extension
 * is left for the person to dial: run into the number it would reach somebody else.
 */
export function telephone(number: string): string {
  const direct = number.replace(EXTENSION, '');
  return `tel:${direct.replace(/[^\d+*#]/g, '').replace('#', '%23')}`;
}
