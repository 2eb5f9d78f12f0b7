/** The key in the popup's own address under which it is told what it is about. */
export const CAPTURED = 'address';

/** The address this popup was opened for; null where it is about its tab. */
export function capturedAddress(): string | null {
  return new URLSearchParams(location.search).get(CAPTURED);
}
