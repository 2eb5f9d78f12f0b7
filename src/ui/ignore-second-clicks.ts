/**
 * A double click is one click. Its second half lands on whatever the first moved under the pointer, and would erase,
 * remove or open there what nobody asked for. Fields, lists and boxes to tick take it as ever; a click that a key or a
 * screen reader makes counts as none (`detail` 0).
 */
export function ignoreSecondClicks(): void {
  const ignore = (event: MouseEvent) => {
    if (event.detail > 1 && (event.target as Element).closest('button')) event.stopImmediatePropagation();
  };
  addEventListener('click', ignore, { capture: true });
}
