import { describe, expect, it } from 'vitest';
import { qrPath } from '../../src/ui/qr-path';

describe('the QR code', () => {
  it('has the three corner marks and grows with the address', () => {
    const short = qrPath('https://report.iwf.org.uk/');
    expect(short.size % 4).toBe(1);
    for (const [x, y] of [
      [0, 0],
      [short.size - 7, 0],
      [0, short.size - 7],
    ])
      expect(short.path).toContain(`M${x} ${y}h`);
    expect(qrPath(`https://example.org/${'x'.repeat(300)}`).size).toBeGreaterThan(short.size);
  });
});
