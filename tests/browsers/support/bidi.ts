import { WebSocket } from 'ws';

/** A WebDriver BiDi connection: commands in, results out, events to listeners. */
export interface BidiConnection {
  /** @throws {BidiError} when the browser answers with an error. */
  send<T = Record<string, unknown>>(method: string, params?: object): Promise<T>;
  onEvent(method: string, listener: (params: Record<string, unknown>) => void): void;
  close(): void;
}

export class BidiError extends Error {}

interface Reply {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: string;
  message?: string;
}

/** @param address Socket address of the browser's remote agent, `ws://127.0.0.1:PORT/session`. */
export async function connectBidi(address: string): Promise<BidiConnection> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map<number, { method: string; resolve(result: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, ((params: Record<string, unknown>) => void)[]>();
  let lastId = 0;
  socket.on('message', (data) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id === undefined) {
      for (const listener of listeners.get(reply.method ?? '') ?? []) listener(reply.params ?? {});
      return;
    }
    const command = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error) command?.reject(new BidiError(`${command.method}: ${reply.error}: ${reply.message}`));
    else command?.resolve(reply.result);
  });
  socket.on('close', () => {
    for (const command of waiting.values()) command.reject(new BidiError(`${command.method}: the browser ended`));
    waiting.clear();
  });
  return {
    send: <T>(method: string, params: object = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { method, resolve: resolve as (result: unknown) => void, reject });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    onEvent(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    close: () => socket.close(),
  };
}
