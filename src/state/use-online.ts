import { useEffect, useState } from 'preact/hooks';
import { isOnline, onOnlineChange } from '../browser/online';

/** False while the browser knows that it is offline, so that the screen can say that phone numbers still work. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline);
  useEffect(() => onOnlineChange(setOnline), []);
  return online;
}
