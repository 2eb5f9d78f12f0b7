/** Saves plain text as a file of the person's, without a permission: the page offers it to itself as a download. */
export function saveText(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has the text by then; keeping the address would keep the notes in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
