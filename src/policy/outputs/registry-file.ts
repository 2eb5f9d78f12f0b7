import type { ChromiumBrowser, Deployment } from './deployment';
import { type RegistryValue, registryValues, settingsKey } from './registry-values';

const REGISTRY_HEADER = 'Windows Registry Editor Version 5.00';

/**
 * A `.reg` file. Plain ASCII, so that it means the same however an editor saves it: a text with any other
 * character (or a line break) is written as the bytes of its UTF-16.
 */
export function registryFile(deployment: Deployment, browser: ChromiumBrowser): string {
  const lines = [REGISTRY_HEADER, '', `[-${settingsKey(deployment, browser)}]`];
  let section = '';
  for (const value of registryValues(deployment, browser)) {
    if (value.key !== section) lines.push('', `[${value.key}]`);
    section = value.key;
    lines.push(`"${value.name}"=${data(value)}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

function data({ value }: RegistryValue): string {
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`;
  if (/^[\x20-\x7e]*$/.test(value)) return `"${value.replace(/[\\"]/g, '\\$&')}"`;
  const bytes: string[] = [];
  for (const unit of [...value.split(''), '\0']) {
    const code = unit.charCodeAt(0);
    bytes.push(hex(code & 0xff), hex(code >> 8));
  }
  return `hex(1):${bytes.join(',')}`;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
