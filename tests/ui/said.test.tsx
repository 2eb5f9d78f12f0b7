// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { SaidLine, useSaid } from '../../src/ui/said';

let say: (text: string, good: boolean) => void;

function Screen() {
  const [said, sayNext] = useSaid();
  say = sayNext;
  return <SaidLine said={said} />;
}

it('says a failure without the green of what went well, and the same sentence anew each time', async () => {
  const place = document.createElement('div');
  await act(() => render(<Screen />, place));
  const line = place.querySelector('[role=status]')!;
  expect(line.className).toBe('visually-hidden');

  await act(() => say('Copied.', true));
  expect(line.className).toContain('notice-good');
  const first = line.firstChild;
  await act(() => say('Copied.', true));
  expect(line.textContent).toBe('Copied.');
  // Only what is new in the line is read out.
  expect(line.firstChild).not.toBe(first);

  await act(() => say('Not copied.', false));
  expect(line.className).toContain('notice');
  expect(line.className).not.toContain('notice-good');
  expect(place.querySelector('[role=status]')).toBe(line);
});
