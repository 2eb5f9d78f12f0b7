/** Gives the focus to the part of the page with this id: it must not be lost when what held it leaves the screen. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
