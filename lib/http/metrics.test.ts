import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { noteSetBack, orLeftOut } from '../alarms.ts';
import { sendAnswer } from '../answer.ts';
import { openLanes } from '../lanes.ts';
import { stateAddress } from './client-address.ts';
import { Metrics } from './metrics.ts';
import { Traffic } from './traffic.ts';

const open: ReturnType<typeof createServer>[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function metricsWith(token: string | undefined, isLocalSite = true) {
  const traffic = new Traffic();
  const counts = { hits: 3, renders: 2, failures: 0, invalidations: 1, stale: 0 };
  const memory = { bytes: 4096, count: 2 };
  const answer = new Metrics().answerOf({
    front: { pageCache: { counts, memory } as never, traffic, lanes: openLanes() },
    outbox: { secondsBehind: () => 0.1, lastDelay: () => 0.2 },
    articles: async () => ({ overdue: 2, ahead: 0 }),
    database: async () => ({
      bytes: 9,
      connections: 2,
      statements: [{ id: '7', text: 'select $1', calls: 3, seconds: 0.5 }],
    }),
    token,
    isLocalSite,
  });
  const server = createServer(async (request, response) => {
    stateAddress(request, '');
    await sendAnswer(response, await answer(request));
  });
  open.push(server.listen(0, '127.0.0.1'));
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const read = async (headers: IncomingHttpHeaders = {}) => {
    const answered = await fetch(`http://127.0.0.1:${port}/`, { headers: headers as never });
    return { status: answered.status, text: await answered.text() };
  };
  return { traffic, counts, read };
}

test('the statements that took most of the database’s time are reported, without their parameters', async () => {
  const { text } = await (await metricsWith(undefined)).read();
  expect(text).toContain('caliber_database_bytes 9');
  expect(text).toContain('caliber_database_connections 2');
  expect(text).toContain(
    'caliber_database_statement_seconds_total{id="7",statement="select $1"} 0.5',
  );
  expect(text).toContain('caliber_database_statement_calls_total{id="7",statement="select $1"} 3');
});

test('what is overdue, left out or set back is reported', async () => {
  orLeftOut('feed', 7, () => {
    throw new Error('on purpose');
  });
  noteSetBack({ cursor: 9, latest: 3 });
  const { text } = await (await metricsWith(undefined)).read();
  expect(text).toContain('caliber_articles_amiss{kind="overdue"} 2');
  expect(text).toContain('caliber_left_out_articles 1');
  expect(text).toContain('caliber_left_out_total{place="feed"} 1');
  expect(text).toContain('caliber_database_set_back_total 1');
});

test('counts are reported, and reported again at the next request', async () => {
  const { traffic, counts, read } = await metricsWith(undefined);
  traffic.count('page', 200);
  traffic.count('page', 200);
  traffic.count('page', 404);
  const { text } = await read();
  expect(text).toContain('caliber_requests_total{kind="page",status="200"} 2');
  expect(text).toContain('caliber_requests_total{kind="page",status="404"} 1');
  expect(text).toContain('caliber_pages_hit_total 3');
  counts.hits = 5;
  traffic.count('page', 200);
  const again = (await read()).text;
  expect(again).toContain('caliber_pages_hit_total 5');
  expect(again).toContain('caliber_requests_total{kind="page",status="200"} 3');
});

test('with METRICS_TOKEN, requests need it; without one, requests through a proxy are refused', async () => {
  const secret = await metricsWith('a-long-random-word');
  expect((await secret.read()).status).toBe(403);
  expect((await secret.read({ authorization: 'Bearer a-long-random-wore' })).status).toBe(403);
  expect((await secret.read({ authorization: 'Bearer a-long-random-word' })).status).toBe(200);
  const open = await metricsWith(undefined);
  expect((await open.read()).status).toBe(200);
  expect((await open.read({ 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
});

test('a site with a host name needs a token, because its proxy need not identify itself', async () => {
  expect((await (await metricsWith(undefined, false)).read()).status).toBe(403);
});
