const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * A UUID made from a name (version 8: "by own rules"), so that the same profile keeps its identity when it is
 * written again and macOS replaces it instead of adding a second one. FNV-1a, twice; no secret hangs on it.
 */
export function stableUuid(name: string): string {
  const digits = (fnv(name, 0xcbf29ce484222325n) + fnv(name, 0x84222325cbf29ce4n)).toUpperCase();
  const variant = '89AB'[Number.parseInt(digits[16]!, 16) % 4]!;
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

function fnv(name: string, start: bigint): string {
  let hash = start;
  for (const byte of new TextEncoder().encode(name)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}
