import { useEffect, useState } from 'preact/hooks';

/** Modules around the code that must stay empty, so that phones find it. */
const QUIET = 4;

/**
 * A QR code of an official address, drawn here and nowhere else; the library is loaded only when one is shown.
 * Dark on light in both colour schemes, because many phones read no other.
 */
export function QrCode({ address, label }: { address: string; label: string }) {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let gone = false;
    import('./qr-path').then(({ qrPath }) => {
      if (!gone) setCode(qrPath(address));
    });
    return () => {
      gone = true;
    };
  }, [address]);
  if (!code) return null;
  const side = code.size + 2 * QUIET;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      width="240"
      height="240"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
