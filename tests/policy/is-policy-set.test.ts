import { expect, it } from 'vitest';
import { isPolicySet } from '../../src/policy/is-policy-set';

it.each([
  [undefined, false],
  [null, false],
  ['GB', false],
  [{}, false],
  [{ country: 'UK' }, true],
  [{ strange: 1 }, true],
])('says whether a school set something, right or wrong: %j', (value, expected) => {
  expect(isPolicySet(value)).toBe(expected);
});
