import type { KeyArea } from './window-memory';

/** The notes on disk: one place a report, one file a key. Keys are `notes/<report>/<writer>` and `notes-kept/<report>`. */
export interface NotesDevice extends KeyArea {
  /** Whether the browser itself erases a report on its date, although nothing of Signpost runs then. */
  erasesInTime: boolean;
  /** Makes a report's place, or gives it another date; ms since 1970. To be called before anything of it is set. */
  keepUntil(report: string, eraseAt: number): Promise<void>;
}

/** Chromium's storage buckets: folders of which the browser knows when they expire. TypeScript has no types for them. */
interface Buckets {
  keys(): Promise<string[]>;
  open(name: string, options?: { expires: number }): Promise<Bucket>;
}

interface Bucket {
  expires(): Promise<number | null>;
  setExpires(time: number): Promise<void>;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
}

const buckets = (navigator as { storageBuckets?: Buckets }).storageBuckets;

const FOLDER = 'notes';
const BUCKET = 'notes-';

/**
 * In the extension's own private file system. Not `storage.local`: both browsers leave removed values in its files
 * (Chromium's log until the whole area is cleared, Firefox's database for good), while a removed file is gone from the
 * profile folder at once. Measured byte by byte in both.
 *
 * Where there are storage buckets each report lies in one that expires on the report's date. Measured twice in Chromium 156:
 * a bucket that expired a minute after the browser's start had left the disk at five minutes, with no page and no worker
 * of the extension running; how often the browser looks again later was not measured. The dates themselves (`notes-kept/…`) lie outside, so that a person can be told what was erased.
 */
export const notesDevice: NotesDevice = {
  erasesInTime: buckets !== undefined,

  async keepUntil(report, eraseAt) {
    const bucket = await buckets?.open(BUCKET + report, { expires: eraseAt });
    await bucket?.setExpires(eraseAt);
  },

  async get() {
    const folders = [await notesFolder(false)];
    for (const name of (await buckets?.keys()) ?? []) {
      if (name.startsWith(BUCKET)) folders.push(await (await buckets!.open(name)).getDirectory());
    }
    const found: Record<string, unknown> = {};
    for (const folder of folders) {
      for await (const [name, handle] of folder?.entries() ?? []) {
        if (handle.kind === 'file') found[decodeURIComponent(name)] = await readFile(handle as FileSystemFileHandle);
      }
    }
    return found;
  },

  async set(items) {
    for (const [key, value] of Object.entries(items)) {
      const folder = await folderOf(key, true);
      const file = await folder!.getFileHandle(encodeURIComponent(key), { create: true });
      // What is written replaces the file as a whole when it is closed: never half of it.
      const writing = await file.createWritable();
      await writing.write(JSON.stringify(value));
      await writing.close();
    }
  },

  async remove(keys) {
    // One file that is held open must not keep the others on the disk.
    const removals = await Promise.allSettled(keys.map(removeFile));
    const failed = removals.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  },
};

async function removeFile(key: string): Promise<void> {
  try {
    await (await folderOf(key, false))?.removeEntry(encodeURIComponent(key));
  } catch (error) {
    if ((error as DOMException).name !== 'NotFoundError') throw error;
  }
}

/** The folder where a key lies; null where it is not there and is not to be made. */
async function folderOf(key: string, create: boolean): Promise<FileSystemDirectoryHandle | null> {
  const report = /^notes\/([^/]+)/.exec(key)?.[1];
  if (!buckets || report === undefined) return notesFolder(create);
  if (!create && !(await buckets.keys()).includes(BUCKET + report)) return null;
  const bucket = await buckets.open(BUCKET + report);
  // Nothing is written where the browser would not know the date: the report's own has passed.
  if (create && (await bucket.expires()) === null) throw new Error(`${report} is not kept.`);
  return bucket.getDirectory();
}

async function notesFolder(create: boolean): Promise<FileSystemDirectoryHandle | null> {
  const root = await navigator.storage.getDirectory();
  try {
    return await root.getDirectoryHandle(FOLDER, { create });
  } catch (error) {
    if (!create && (error as DOMException).name === 'NotFoundError') return null;
    throw error;
  }
}

async function readFile(handle: FileSystemFileHandle): Promise<unknown> {
  try {
    return JSON.parse(await (await handle.getFile()).text());
  } catch {
    // Removed meanwhile, or not what was written: the reader says that it could not be read.
    return null;
  }
}
