import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../../../scripts/find-browser';

/** A school's own update address on loopback, with the packed extension behind it. */
export interface UpdateServer {
  extensionId: string;
  updateUrl: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  /** Puts a newer version of the same extension on the server. */
  publish(version: string): void;
  stop(): Promise<void>;
}

/** Packs a built folder with a key made for it, and serves it the way a school would. */
export async function serveUpdates(folder: string): Promise<UpdateServer> {
  const key = newKey();
  const extensionId = extensionIdOf(key);
  let { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { version: string };
  let crx = packExtension(folder, version, key);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    asked.push(path);
    if (path === '/signpost.crx') {
      response.setHeader('content-type', 'application/x-chrome-extension').end(crx);
      return;
    }
    response.setHeader('content-type', 'application/xml').end(
      `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${extensionId}"><updatecheck codebase="${address()}/signpost.crx" version="${version}" /></app>
</gupdate>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    extensionId,
    updateUrl: `${address()}/updates.xml`,
    asked,
    publish(newer) {
      version = newer;
      crx = packExtension(folder, version, key);
    },
    stop: () => new Promise((stopped) => server.close(() => stopped()).closeAllConnections()),
  };
}

function newKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
}

function packExtension(folder: string, version: string, privateKey: string): Buffer {
  const place = mkdtempSync(join(tmpdir(), 'signpost-pack-'));
  try {
    const copy = join(place, 'extension');
    const key = join(place, 'key.pem');
    cpSync(folder, copy, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as object;
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, version }));
    writeFileSync(key, privateKey);
    execFileSync(
      findOrInstallBrowser('chromium').path,
      [
        `--pack-extension=${copy}`,
        `--pack-extension-key=${key}`,
        '--headless',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(place, 'profile')}`,
      ],
      { stdio: 'ignore' },
    );
    return readFileSync(`${copy}.crx`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The first half of the public key's SHA-256, its hexadecimal digits moved to the letters a to p. */
function extensionIdOf(privateKey: string): string {
  const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' });
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
