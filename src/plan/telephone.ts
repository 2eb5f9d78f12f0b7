/** A number as an address to dial. Blanks and dashes go; `#` must be escaped in an address. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^\d+*#]/g, '').replace('#', '%23')}`;
}
