import { Agent, request as ask } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { startSecondPortal } from '../support/second-portal.ts';

/** Milliseconds within which a process exits after SIGTERM, whatever its clients do. */
const EXIT_LIMIT = 25_000;

interface Seen {
  status: number;
  connection: string | undefined;
}

test('after SIGTERM a portal reports that it stops, finishes open requests, refuses new ones, and exits in time', async () => {
  test.setTimeout(120_000);
  const portal = await startSecondPortal(41, { DRAIN_SECONDS: '2' });
  const { port } = new URL(portal.site);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (path: string): Promise<Seen> =>
    new Promise((resolve, reject) => {
      ask(`${portal.site}${path}`, { agent }, (answer) => {
        answer.resume().once('end', () => {
          resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection });
        });
      })
        .once('error', reject)
        .end();
    });

  expect(await get('/en')).toEqual({ status: 200, connection: 'keep-alive' });
  // One client whose request is under way, and one that never closes its connection.
  const body = '{"email":"nobody@example.org","password":"none"}';
  const slow = connect(Number(port), '127.0.0.1');
  let answer = '';
  slow.on('data', (data: Buffer) => (answer += data.toString()));
  slow.write(
    `POST /api/newsroom/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
      `Origin: ${portal.site}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
  );
  const stuck = connect(Number(port), '127.0.0.1').on('error', () => {});
  stuck.write('GET /en HTTP/1.1\r\nHost: x');
  await once(stuck, 'connect');
  expect((await get('/api/health/ready')).status).toBe(200);

  const signalledAt = performance.now();
  const gone = portal.terminate();
  // At once it is no longer ready, and no connection outlives its answer; pages are served all the same.
  await expect.poll(async () => (await get('/api/health/ready')).status).toBe(503);
  expect(await get('/api/health/live')).toEqual({ status: 200, connection: 'close' });
  expect(await get('/en')).toEqual({ status: 200, connection: 'close' });
  await expect
    .poll(() =>
      get('/en').then(
        () => 'served',
        (cause: NodeJS.ErrnoException) => cause.code,
      ),
    )
    .toBe('ECONNREFUSED');
  // What was begun before is finished after.
  slow.write(body.slice(9));
  await once(slow, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  expect(await gone).toBe(0);
  expect(performance.now() - signalledAt).toBeLessThan(EXIT_LIMIT);
  agent.destroy();
  await portal.stop();
});
