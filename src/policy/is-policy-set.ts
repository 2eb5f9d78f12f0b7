/** Whether a school set something at all. Takes the policy unchecked, as the browser gives it. */
export function isPolicySet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
