/** Where the browser gives the popup less than its width (400 % zoom, a phone), the page takes what there is. */
export function fitWidth(): void {
  const { body } = document;
  if (innerWidth > 0 && innerWidth < body.offsetWidth) body.style.inlineSize = `${innerWidth}px`;
}
