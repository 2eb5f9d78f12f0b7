/** Opens the browser's print dialog for this page; its style sheet says what is printed. */
export function printPage(): void {
  window.print();
}
