/** Tells the changes that a window itself made in storage, which come back to it some moments later, from others'. */
export interface OwnChanges {
  /** To be called with what is stored, before it is. */
  made(stored: unknown): void;
  /** Whether a change that storage tells of is one of those. */
  isOwn(stored: unknown): boolean;
}

/**
 * The window shows its own changes at once, and may show a later one by the time an earlier comes back: that must not be
 * shown again.
 */
export function ownChanges(): OwnChanges {
  let onTheWay: string[] = [];
  return {
    made(stored) {
      onTheWay.push(JSON.stringify(stored));
    },
    isOwn(stored) {
      const at = onTheWay.indexOf(JSON.stringify(stored));
      // After a change by another window all that follow are shown, so that every window ends with the last.
      onTheWay = at < 0 ? [] : onTheWay.slice(at + 1);
      return at >= 0;
    },
  };
}
