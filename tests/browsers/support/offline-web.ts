import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';

/** The whole web, answered from this machine: any host, any path, http and https on one loopback port. */
export interface OfflineWeb {
  port: number;
  /** What was asked for, `https://host/path`, in order. */
  requested: string[];
  stop(): Promise<void>;
}

const fixtures = new URL('../fixtures/', import.meta.url);
const FIRST_BYTE_OF_TLS = 0x16;

/**
 * Starts the loopback server that browsers under test take for the web, so that true platform addresses load
 * without a network. The certificate is self-signed, committed and only for tests: Node cannot sign one by
 * itself, and a fresh machine may have no openssl.
 *
 * @param pages Body (html) for exact addresses; every other address gets a small page that shows it.
 */
export async function startOfflineWeb(pages: Record<string, string> = {}): Promise<OfflineWeb> {
  const requested: string[] = [];
  const answer = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const address = `${scheme}://${request.headers.host ?? 'unknown'}${request.url ?? '/'}`;
    requested.push(address);
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(pages[address] ?? pageThatShows(address));
  };
  const http = createHttpServer(answer('http'));
  const https = createHttpsServer(
    {
      key: readFileSync(new URL('test-only-localhost.key.pem', fixtures)),
      cert: readFileSync(new URL('test-only-localhost.cert.pem', fixtures)),
    },
    answer('https'),
  );
  const open = new Set<Socket>();
  const door = createSocketServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === FIRST_BYTE_OF_TLS ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject);
    door.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (door.address() as AddressInfo).port,
    requested,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        door.close(() => resolve());
      }),
  };
}

function pageThatShows(address: string): string {
  const text = address.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${text}</title><h1>Offline copy</h1><p>${text}</p></html>`;
}
