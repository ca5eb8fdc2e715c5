import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import postgres from 'postgres';
import { bounded } from './bounded.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A client of a server that takes connections and says nothing. */
async function silent(limit: number) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const sql = postgres({ host: '127.0.0.1', port, max: 1, connect_timeout: 1, backoff: () => 0.2 });
  ends.push(() => void server.close());
  ends.push(() => sockets.forEach((socket) => socket.destroy()));
  ends.push(() => sql.end({ timeout: 0 }));
  return bounded(sql, limit);
}

test('what waits behind others for a silent server waits no longer than they', async () => {
  const sql = await silent(300);
  const start = performance.now();
  const asked = [
    ...Array.from({ length: 20 }, () => sql.unsafe('select 1').values()),
    ...Array.from({ length: 5 }, () => sql.begin(async () => 'begun')),
  ];
  const ended = await Promise.allSettled(asked);
  expect(ended.map(({ status }) => status)).toEqual(Array(25).fill('rejected'));
  expect(performance.now() - start).toBeLessThan(900);
});
