/** Whether the browser believes it has a network; it is asked, never tried. Calls back when that changes. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** Returns the way to stop. */
export function onOnlineChange(callback: (online: boolean) => void): () => void {
  const heard = () => callback(navigator.onLine);
  addEventListener('online', heard);
  addEventListener('offline', heard);
  return () => {
    removeEventListener('online', heard);
    removeEventListener('offline', heard);
  };
}
