import { kindOf } from '../setting-kinds';

const SETTINGS_KEY = /\\3rdparty\\extensions\\[a-p]{32}\\policy(?:\\(.*))?$/i;

type Tree = Map<string, Tree | string | number>;

/** The settings in a `.reg` file, read the way Chromium reads the registry; undefined where it holds none. */
export function parseRegistryFile(text: string): unknown {
  const settings = new SettingsTree();
  let path: string[] | null = null;
  // A value may go on in the next line behind a backslash.
  for (const line of text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    const section = /^\s*\[(-?)(.+)\]\s*$/.exec(line);
    if (section) {
      // A leading minus empties a key; the settings that follow it, if any, are what counts.
      const place = settings.pathOf(section[2]!);
      path = section[1] ? null : place;
    }
    const value = path && /^\s*"((?:[^"\\]|\\.)*)"\s*=\s*(.*?)\s*$/.exec(line);
    if (path && value) settings.set(path, unquoted(value[1]!), readData(value[2]!));
  }
  return settings.asSettings();
}

/** The settings among the registry values of our own script for Intune; none there means an empty policy. */
export function parseRegistryValues(values: unknown): unknown {
  const settings = new SettingsTree();
  for (const entry of Array.isArray(values) ? values : []) {
    const { key, name, value } = Object(entry) as Record<string, unknown>;
    const path = typeof key === 'string' ? settings.pathOf(key) : null;
    if (path && typeof name === 'string' && (typeof value === 'string' || typeof value === 'number')) {
      settings.set(path, name, value);
    }
  }
  return settings.asSettings() ?? {};
}

class SettingsTree {
  #root: Tree | null = null;

  /** The path below the key of an extension's settings (empty for that key itself); null for every other key. */
  pathOf(key: string): string[] | null {
    const match = SETTINGS_KEY.exec(key);
    if (!match) return null;
    this.#root ??= new Map();
    return match[1] ? match[1].split('\\') : [];
  }

  set(path: readonly string[], name: string, value: string | number): void {
    this.#root ??= new Map();
    let tree = this.#root;
    for (const part of path) {
      const held = tree.get(part);
      const next: Tree = held instanceof Map ? held : new Map();
      tree.set(part, next);
      tree = next;
    }
    tree.set(name, value);
  }

  asSettings(): unknown {
    if (this.#root === null) return undefined;
    return Object.fromEntries([...this.#root].map(([key, value]) => [key, setting(key, value)]));
  }
}

/** What Chromium makes of a value: 0 and 1 are truths, a list is JSON text or keys with numbers for names. */
function setting(key: string, value: Tree | string | number): unknown {
  const kind = kindOf(key);
  if (value instanceof Map) return kind === 'list' ? listOf(value) : plain(value);
  if (kind === 'list' && typeof value === 'string') return fromJson(value);
  return kind === 'truth' && (value === 0 || value === 1) ? value === 1 : value;
}

function listOf(tree: Tree): unknown[] {
  return [...tree]
    .filter(([name]) => /^\d+$/.test(name))
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, value]) => plain(value));
}

function plain(value: Tree | string | number): unknown {
  return value instanceof Map ? Object.fromEntries([...value].map(([name, held]) => [name, plain(held)])) : value;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readData(data: string): string | number {
  if (/^dword:[0-9a-f]{1,8}$/i.test(data)) return Number.parseInt(data.slice(6), 16);
  if (/^hex\(1\):/i.test(data)) return fromUtf16(data.slice(7));
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(data);
  return quoted ? unquoted(quoted[1]!) : data;
}

function fromUtf16(bytes: string): string {
  const values = bytes.split(',').map((byte) => Number.parseInt(byte, 16));
  let text = '';
  for (let at = 0; at + 1 < values.length; at += 2) text += String.fromCharCode(values[at]! | (values[at + 1]! << 8));
  return text.replace(/\0$/, '');
}

function unquoted(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}
