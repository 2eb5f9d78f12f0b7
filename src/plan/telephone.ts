/**
 * A number as an address to dial. Blanks and dashes go; `#` must be escaped in an address. An extension
 * ("ext. 12", "x12") is left for the person to dial: run into the number it would reach somebody else.
 */
export function telephone(number: string): string {
  const direct = number.replace(/\s*(?:extension|ext\.?|x)\s*\d+\s*$/i, '');
  return `tel:${direct.replace(/[^\d+*#]/g, '').replace('#', '%23')}`;
}
