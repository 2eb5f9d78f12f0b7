/** The design's width, as in popup.css. */
const WIDTH = 380;
/** The least that a browser leaves a popup, at 400 % zoom; anything less is a popup that is still being opened. */
const LEAST_WIDTH = 180;
/** A popup grows to its size in steps; what it has after this time is what there is. */
const SETTLED_MS = 200;

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Where the browser gives the popup less than its width (400 % zoom), the page takes what there is. Only once the width
 * has settled: a page that takes the width of a popup still being opened keeps it there (seen in Firefox: one popup in
 * eight was 16 px wide).
 */
function fitWidth(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (innerWidth >= LEAST_WIDTH) document.body.style.inlineSize = innerWidth < WIDTH ? `${innerWidth}px` : '';
  }, SETTLED_MS);
}

/** Keeps the popup as wide as its place, whatever is shown in it. */
export function keepFitting(): void {
  // A small phone shows the popup as a page that is narrow from the start, and never resizes it.
  if (screen.width < WIDTH) document.body.style.inlineSize = 'auto';
  addEventListener('resize', fitWidth);
}
