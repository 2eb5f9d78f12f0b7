/** The design's width, as in popup.css. */
const WIDTH = 380;

/** Where the browser gives the popup less than its width (400 % zoom), the page takes what there is. */
export function fitWidth(): void {
  const { body } = document;
  if (innerWidth > 0 && innerWidth < body.offsetWidth) body.style.inlineSize = `${innerWidth}px`;
}

/** A small phone shows the popup as a page that is narrow from the start, and never resizes it. */
export function fitScreen(): void {
  if (screen.width < WIDTH) document.body.style.inlineSize = 'auto';
}
