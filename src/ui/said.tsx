import { useState } from 'preact/hooks';

export interface Said {
  text: string;
  /** Whether what was asked for happened. */
  good: boolean;
  /** How often something was said: the same sentence twice is said twice. */
  count: number;
}

export const NOTHING_SAID: Said = { text: '', good: true, count: 0 };

/** What a screen said last, and the way to say something; the empty sentence takes back what was said. */
export function useSaid(): [said: Said, say: (text: string, good: boolean) => void] {
  const [said, setSaid] = useState(NOTHING_SAID);
  return [said, (text, good) => setSaid(({ count }) => ({ text, good, count: count + 1 }))];
}

/** The line in which a screen answers: green only where what was asked for happened, read out anew each time. */
export function SaidLine({ said: { text, good, count } }: { said: Said }) {
  return (
    <p role="status" class={text ? `notice ${good ? 'notice-good ' : ''}said` : 'visually-hidden'}>
      <span key={count}>{text}</span>
    </p>
  );
}
