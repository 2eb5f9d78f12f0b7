/** Whether the browser believes it has a network; it is asked, never tried. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** Calls back when that changes. Returns the way to stop. */
export function onOnlineChange(callback: (online: boolean) => void): () => void {
  const heard = () => callback(navigator.onLine);
  addEventListener('online', heard);
  addEventListener('offline', heard);
  return () => {
    removeEventListener('online', heard);
    removeEventListener('offline', heard);
  };
}
