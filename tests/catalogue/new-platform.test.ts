import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { loadDetectCatalogue, loadPlatforms } from '../../scripts/load-catalogue';
import { faultOf, skeleton } from '../../scripts/new-platform';
import schema from '../../src/catalogue/platform.schema.json';
import { detectPage } from '../../src/detect/detect-page';

const known = loadPlatforms();

test('a new record fits the schema and is read at once', () => {
  const record = skeleton('my-platform', 'My Platform', 'myplatform.example');
  const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  isValid(record);
  expect(isValid.errors ?? []).toEqual([]);
  const page = detectPage('https://www.myplatform.example/alice', loadDetectCatalogue([...known, record]));
  expect(page).toMatchObject({ platform: 'my-platform', kind: 'profile', username: 'alice' });
});

test('a name that is taken or malformed is refused with the reason', () => {
  expect(faultOf('my-platform', 'My Platform', 'myplatform.example', known)).toBeNull();
  expect(faultOf('youtube', 'YouTube', 'myplatform.example', known)).toMatch('already');
  expect(faultOf('My Platform', 'My Platform', 'myplatform.example', known)).toMatch('no id');
  expect(faultOf('my-platform', ' ', 'myplatform.example', known)).toMatch('name');
  expect(faultOf('my-platform', 'My Platform', 'https://myplatform.example/', known)).toMatch('no host');
  expect(faultOf('my-platform', 'My Platform', 'youtube.com', known)).toMatch('belongs to youtube');
});
