import { EXTENSION } from '../catalogue/telephone';

const PHONE = /^\+?[0-9][0-9 ().\-/]*$/;

/** Letters that a mailbox really uses; `?`, `&` and `%` could add headers or words to a `mailto:` address. */
const EMAIL = /^[a-z0-9._+'-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** A phone number as a school writes it, without a leading `tel:`; null where it is none that can be dialled. */
export function readPhone(text: string): string | null {
  const number = text.replace(/^tel:\s*/i, '').trim();
  const direct = number.replace(EXTENSION, '');
  if (!PHONE.test(direct)) return null;
  // 3 digits for a short number, 15 for the longest international one.
  const digits = direct.replace(/[^0-9]/g, '');
  return digits.length >= 3 && digits.length <= 15 ? number : null;
}

/** An e-mail address without a leading `mailto:`; null where it is none. */
export function readEmail(text: string): string | null {
  const address = text.replace(/^mailto:/i, '').trim();
  return EMAIL.test(address) ? address : null;
}

export type LinkProblem = 'not-a-link' | 'not-https' | 'names-a-person';

/** An `https:` address in its normal form, or why it is none that may be opened. */
export function readLink(text: string): { link: string } | { problem: LinkProblem } {
  // The URL parser drops tabs and line breaks without a word; an address that hides one is refused.
  if (/\s/.test(text)) return { problem: 'not-a-link' };
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { problem: 'not-a-link' };
  }
  if (url.protocol !== 'https:') return { problem: 'not-https' };
  if (url.username !== '' || url.password !== '') return { problem: 'names-a-person' };
  return { link: url.href };
}
