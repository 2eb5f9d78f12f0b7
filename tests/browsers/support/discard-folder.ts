import { rmSync } from 'node:fs';

/** Deletes a temporary folder. Where a process of a browser still writes into it, what is left is no test's failure. */
export function discardFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch {
    // It lies in the machine's temporary folder, which is emptied by the machine.
  }
}
