// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';

import { ImportPolicy } from '../../src/entrypoints/admin/import-policy';
import { knownCodes } from '../../src/policy/known-codes';

/** Pastes a text and presses "Use"; gives what was handed on, and what is said. */
async function use(text: string) {
  const place = document.createElement('div');
  const onUse = vi.fn();
  await act(() => render(<ImportPolicy known={knownCodes([{ code: 'GB' }])} onUse={onUse} />, place));
  const paste = (pasted: string) =>
    act(() => {
      const field = place.querySelector('textarea')!;
      field.value = pasted;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await paste(text);
  await act(() => place.querySelectorAll('button')[1]!.click());
  const said = () => place.querySelector('[role=status]')!.textContent;
  return { onUse, paste, said: said(), saidNow: said };
}

it.each([
  ['', 'policy.problem.not-a-policy'],
  ['{"country": ', 'policy.problem.not-json'],
  ['[]', 'policy.problem.not-a-group'],
])('a text that holds no policy leaves the form as it is, and the fault is shown: %j', async (text, problem) => {
  const { onUse, said } = await use(text);
  expect(onUse).not.toHaveBeenCalled();
  expect(said).toContain(problem);
});

it('a policy is handed on, also where something in it is wrong', async () => {
  const { onUse, said } = await use('{"schoolName": "Hill School", "country": 5}');
  expect(onUse).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ schoolName: 'Hill School', country: null }));
  expect(said).toContain('policy.problem.not-text');
});

it('what was found in a text is no longer said once another stands there', async () => {
  const { paste, said, saidNow } = await use('{}');
  expect(said).not.toBe('');
  await paste('{"country": 5}');
  expect(saidNow()).toBe('');
});
