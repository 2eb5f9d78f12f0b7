import { expect, it } from 'vitest';
import {
  itemField,
  openedField,
  readFieldName,
  referenceField,
  reportedField,
  usernameField,
} from '../../src/notes/field-names';

it.each([
  ['words', { kind: 'text' }],
  [itemField('k1'), { kind: 'item', key: 'k1' }],
  [usernameField('k2'), { kind: 'username', key: 'k2' }],
  [reportedField('iwf'), { kind: 'reported', body: 'iwf' }],
  [referenceField('us-cybertipline'), { kind: 'reference', body: 'us-cybertipline' }],
  [openedField('iwf', 1764014700000), { kind: 'opened', body: 'iwf', at: 1764014700000 }],
])('reads %s as it was written', (name, of) => {
  expect(readFieldName(name)).toEqual(of);
});

it.each([
  '__proto__',
  'constructor',
  'wordsX',
  'item/1',
  'item/k1/2',
  'username/',
  'reported/__proto__/1',
  'reported/a b',
  'opened/iwf',
  'opened/iwf/1.5',
  '',
])('takes %j for no field', (name) => {
  expect(readFieldName(name)).toBeNull();
});
