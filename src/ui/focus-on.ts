/**
 * Gives the focus to the first part of the page that is there, by their ids: it must not be lost when what held it leaves
 * the screen.
 */
export function focusOn(...ids: string[]): void {
  ids
    .map((id) => document.getElementById(id))
    .find(Boolean)
    ?.focus();
}
