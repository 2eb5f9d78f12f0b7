import type { Prefill } from '../catalogue/types';
import type { DetectedPage } from '../detect/detected-page';

/** What a placeholder of a record stands for on this page; null where the page does not tell it. */
function detailOf({ id, username, link }: DetectedPage, name = ''): string | null {
  const values: Record<string, string | null> = { id, username, link, host: link && new URL(link).host };
  return values[name] ?? null;
}

/**
 * A route's address with the page's own details filled in, or null where a part that is needed is not known.
 * A query parameter that cannot be filled is left out; a path that cannot is no address.
 */
export function fillTarget(target: string, page: DetectedPage): string | null {
  let missing = false;
  const filled = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = detailOf(page, name);
      if (value === null) missing = true;
      return name === 'host' ? (value ?? '') : encodeURIComponent(value ?? '');
    });
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const filledPath = filled(path);
  if (missing) return null;
  const parameters = query.split('&').flatMap((parameter) => {
    missing = false;
    const whole = filled(parameter);
    return whole === '' || missing ? [] : [whole];
  });
  return parameters.length > 0 ? `${filledPath}?${parameters.join('&')}` : filledPath;
}

/**
 * How a form's address would look with the page's details in the parameters that the form documents; null where it
 * documents none, or none that this page tells.
 */
export function prefilledTarget(target: string, prefill: Prefill | null, page: DetectedPage): string | null {
  if (!prefill?.parameters || prefill.evidence === 'memory' || !target.startsWith('https:')) return null;
  const address = new URL(target);
  let filled = false;
  for (const [parameter, template] of Object.entries(prefill.parameters)) {
    const value = detailOf(page, /^\{(\w+)\}$/.exec(template)?.[1]);
    if (value === null) continue;
    address.searchParams.set(parameter, value);
    filled = true;
  }
  return filled ? address.href : null;
}
