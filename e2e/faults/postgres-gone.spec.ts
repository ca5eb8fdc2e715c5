import { expect, test } from '@playwright/test';
import { startFleet, type Fleet, type FleetPortal } from '../../scripts/testing/fleet.ts';

/** Milliseconds that coming back may take on a machine that does much else. */
const RECOVERY = 60_000;

/** Readers who come one after the other, milliseconds between them, and what each may wait. */
const READERS = 20;
const BETWEEN = 200;
const PATIENCE = 1000;

test.describe.configure({ mode: 'serial' });

let fleet: Fleet;
let portal: FleetPortal;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  fleet = await startFleet({ size: 1 });
  portal = fleet.portals[0] as FleetPortal;
});
test.afterAll(async () => {
  fleet.postgres.thaw();
  await fleet.stop();
});

const ask = (path: string, init?: RequestInit) => fetch(portal.site + path, init);
const status = async (path: string) => {
  const answer = await ask(path);
  await answer.arrayBuffer();
  return answer.status;
};
const headline = async (path: string) =>
  /<h1[^>]*>([^<]*)/.exec(await (await ask(path)).text())?.[1];
const withdrawn = async () =>
  Number(
    /^caliber_pages_withdrawn_total (\d+)/m.exec(await (await ask('/api/metrics')).text())?.[1],
  );

const WARM = ['/en', '/hy', '/en/post/warm', '/az/post/warm', '/ru/category/world'];

/** What the portal does without its database, however it was lost. */
async function expectToStand(): Promise<void> {
  await expect.poll(() => status('/api/health/ready'), { timeout: RECOVERY }).toBe(503);
  expect(await status('/api/health/live')).toBe(200);
  for (const path of WARM) expect([path, await status(path)]).toEqual([path, 200]);
  for (const path of ['/hy/post/cold', '/en/search?q=warm', '/api/suggestions/en?q=warm'])
    expect([path, await status(path)]).toEqual([path, 503]);
  const signIn = await ask('/api/newsroom/session', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: portal.site,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ email: 'nobody@example.org', password: 'none of yours' }),
  });
  expect(signIn.status).toBe(503);
  expect(await signIn.json()).toMatchObject({ error: { code: expect.any(String) } });
}

async function expectToRecover(): Promise<void> {
  await expect.poll(() => status('/api/health/ready'), { timeout: RECOVERY }).toBe(200);
  await expect.poll(() => status('/en/search?q=warm'), { timeout: RECOVERY }).toBe(200);
}

test('a PostgreSQL that ends: what was printed stands, what is not says so, and all comes back', async () => {
  test.setTimeout(180_000);
  for (const path of WARM) await status(path);
  await fleet.postgres.halt();
  await expectToStand();
  await fleet.postgres.start();
  await expectToRecover();
});

test('a PostgreSQL that falls silent is given up, and taken up again', async () => {
  test.setTimeout(180_000);
  for (const path of WARM) await status(path);
  fleet.postgres.freeze();
  await expectToStand();
  fleet.postgres.thaw();
  await expectToRecover();
});

for (const [how, lose, giveBack] of [
  ['has ended', () => fleet.postgres.halt(), () => fleet.postgres.start()],
  ['has fallen silent', async () => fleet.postgres.freeze(), async () => fleet.postgres.thaw()],
] as const) {
  test(`a page whose database ${how} before it could be rendered again is served from the cache, and says so`, async () => {
    test.setTimeout(180_000);
    const path = '/en/post/warm';
    const before = await headline(path);
    const count = await withdrawn();
    fleet.put({ story: 'warm', locale: 'en', headline: `Warm, ${how}` });
    await expect.poll(withdrawn).toBeGreaterThan(count);
    await lose();
    // For as long as it takes. The first reader may wait until the database is given up, the next do not.
    let askedAt = 0;
    for (let reader = 0; reader <= READERS; reader++) {
      if (reader === 1) askedAt = performance.now();
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('x-caliber-stale')).toBe('1');
      expect(await answer.text()).toContain(before);
      await new Promise((next) => setTimeout(next, BETWEEN));
    }
    expect((performance.now() - askedAt) / READERS).toBeLessThan(BETWEEN + PATIENCE);
    await giveBack();
    await expect.poll(() => headline(path), { timeout: RECOVERY }).toBe(`Warm, ${how}`);
    expect((await ask(path)).headers.get('x-caliber-stale')).toBe(null);
    await expectToRecover();
  });
}
