import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptText, LONGEST, refusesTransfer } from '../../src/notes/accept-text';

describe('accepting text', () => {
  it.each([
    'data:image/png;base64,iVBORw0KGgo=',
    'look: data:,hello',
    'DATA:text/html;charset=utf-8,x',
    '<img src="data:image/gif;base64,R0lG">',
    'blob:https://example.org/8a1f',
    'see blob:null/1',
  ])('refuses %s', (input) => {
    expect(acceptText(input, 'long')).toEqual({ text: null, message: { key: 'notes.refused.picture' } });
  });

  it.each([
    'the data: he asked for my age',
    'metadata:x;y',
    'https://example.org/?data=1',
    'نام‌کاربری',
    'José 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'tab\tstays',
  ])('takes %s as it is', (input) => {
    expect(acceptText(input, 'long')).toEqual({ text: input, message: null });
  });

  it('takes out what cannot be seen, and says so', () => {
    const { text, message } = acceptText('user\u202egnp.exe\u0000\u2066!\ud800', 'line');
    expect(text).toBe('usergnp.exe!');
    expect(message).toEqual({ key: 'notes.hidden-characters' });
  });

  it('keeps lines only where the field has lines', () => {
    expect(acceptText('a\r\nb', 'long').text).toBe('a\nb');
    expect(acceptText('a\r\nb', 'line').text).toBe('a b');
  });

  it('cuts at the limit, between characters, and says so', () => {
    const { text, message } = acceptText(`${'x'.repeat(LONGEST.line - 1)}😀`, 'line');
    expect(text).toBe('x'.repeat(LONGEST.line - 1));
    expect(message).toEqual({ key: 'notes.too-long', values: { limit: String(LONGEST.line) } });
  });

  it('changes nothing silently, and takes its own output as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (input) => {
        const { text, message } = acceptText(input, 'long');
        if (message === null) expect(text).toBe(input.replace(/\r\n?|[\u2028\u2029]/g, '\n'));
        if (text !== null) expect(acceptText(text, 'long')).toEqual({ text, message: null });
      }),
    );
  });
});

describe('a paste or a drop', () => {
  const refused = { key: 'notes.refused.picture' };
  it('of a picture or file is refused', () => {
    expect(refusesTransfer({ types: ['Files'], files: 1, text: '' }, 'paste')).toEqual(refused);
    expect(
      refusesTransfer({ types: ['text/uri-list', 'text/html', 'Files'], files: 1, text: 'https://a/b.png' }, 'drop'),
    ).toEqual(refused);
  });
  it('of text is taken, also when a word processor adds a picture of it', () => {
    expect(refusesTransfer({ types: ['text/plain'], files: 0, text: 'a name' }, 'drop')).toBeNull();
    expect(refusesTransfer({ types: ['text/plain', 'Files'], files: 1, text: 'a name' }, 'paste')).toBeNull();
  });
});
