import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sendAnswer } from '../answer.ts';
import { createHealth, type HealthOptions } from './health.ts';

const open: ReturnType<typeof createServer>[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** A portal that is well, but for what a test says; and a way to probe it. */
async function probing(options: Partial<HealthOptions>) {
  const answer = createHealth({
    isStopping: () => false,
    isReadable: async () => true,
    secondsBehind: () => 0,
    ...options,
  });
  const server = createServer(async (request, response) => {
    await sendAnswer(response, await answer(request.url === '/live' ? 'live' : 'ready'));
  }).listen(0, '127.0.0.1');
  open.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return async (probe: 'live' | 'ready') => {
    const answered = await fetch(`http://127.0.0.1:${port}/${probe}`);
    return { status: answered.status, body: (await answered.json()) as unknown };
  };
}
const refused = (code: string) => ({
  status: 503,
  body: { error: { code, message: expect.any(String) } },
});

test('a process is ready when it can read, and has read, the events', async () => {
  const probe = await probing({});
  expect(await probe('ready')).toEqual({ status: 200, body: { ready: true } });
});

test('one that ends, has no database or is behind says which, and lives all the same', async () => {
  for (const [options, code] of [
    [{ isStopping: () => true }, 'stopping'],
    [{ isReadable: async () => false }, 'database_unreachable'],
    [{ isReadable: () => Promise.reject(new Error('gone')) }, 'database_unreachable'],
    [{ secondsBehind: () => 6 }, 'outbox_behind'],
  ] as const) {
    const probe = await probing(options);
    expect(await probe('ready')).toEqual(refused(code));
    expect(await probe('live')).toEqual({ status: 200, body: { live: true } });
  }
});

test('a database that says nothing is not waited for, and many probes ask it once', async () => {
  let asked = 0;
  const probe = await probing({ isReadable: () => (asked++, new Promise<boolean>(() => {})) });
  const answers = await Promise.all(Array.from({ length: 10 }, () => probe('ready')));
  expect(answers).toEqual(Array(10).fill(refused('database_unreachable')));
  expect(asked).toBe(1);
});
