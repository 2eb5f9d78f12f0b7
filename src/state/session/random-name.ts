/** A name that no other window makes too, for a writer or a key; it begins as given. */
export function randomName(first: string): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return first + Array.from(numbers, (number) => number.toString(36).padStart(7, '0')).join('');
}
