import type { PolicySettings } from '../policy-settings';

/** For "Policy for extensions" in the Google Admin console, which wants every value wrapped in `Value`. */
export function googleAdminJson(settings: PolicySettings): string {
  const wrapped = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, { Value: value }]));
  return `${JSON.stringify(wrapped, null, 2)}\n`;
}
