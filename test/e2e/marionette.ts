import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Firefox's own remote protocol (Marionette, version 3): WebDriver's commands, in its pages and in its windows. */
export interface Marionette {
  /** Sends a command; an error that it gives rejects. */
  send(command: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

type Reply = readonly [type: number, id: number, error: unknown, result: unknown];

/** Connects to a Firefox that listens on a port of this computer. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  onMessages(socket, (message) => {
    // The greeting is no reply.
    if (!Array.isArray(message)) return;
    const reply = message as unknown as Reply;
    waiting.get(reply[1])?.(reply);
    waiting.delete(reply[1]);
  });
  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, ([, , error, result]) =>
          error === null ? resolve(result) : reject(new Error(`${command}: ${JSON.stringify(error)}`)),
        );
        const text = JSON.stringify([0, lastId, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => socket.destroy(),
  };
}

/** Each message is JSON behind its length in bytes and a colon. */
function onMessages(socket: Socket, use: (message: unknown) => void): void {
  let left = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    left = Buffer.concat([left, chunk]);
    for (;;) {
      const colon = left.indexOf(':');
      const end = colon + 1 + Number(left.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || left.length < end) return;
      use(JSON.parse(left.subarray(colon + 1, end).toString()));
      left = left.subarray(end);
    }
  });
}
