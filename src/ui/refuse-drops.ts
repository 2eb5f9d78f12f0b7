/**
 * Keeps the browser from opening what is dropped beside a field: it would load a dragged link, and show a dragged
 * picture. What is dropped on a field is the field's own affair.
 * @param onFile called when a picture or a file was refused
 * @returns the way to stop
 */
export function refuseDrops(onFile: () => void): () => void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented) return;
    const brings = event.dataTransfer?.types.includes('Files') ?? false;
    const onField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (onField && !brings) return;
    event.preventDefault();
    if (brings && event.type === 'drop') onFile();
  };
  addEventListener('dragover', refuse);
  addEventListener('drop', refuse);
  return () => {
    removeEventListener('dragover', refuse);
    removeEventListener('drop', refuse);
  };
}
