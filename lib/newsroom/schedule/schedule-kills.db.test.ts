import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { systemClock } from '../../clock.ts';
import { testDatabase, testDatabaseUrl } from '../../db/testing.ts';
import { trySchedules } from '../../../scripts/testing/try-schedules.ts';

const database = await testDatabase();

test('schedules are kept once and not early by three processes with wrong clocks that are killed', async () => {
  const user = await somebody({ database, clock: systemClock });
  const { published, notOnce, kills, late, lateReleases } = await trySchedules({
    target: testDatabaseUrl,
    user,
    articles: 12,
    workers: 3,
    span: 4000,
    lives: 800,
  });
  expect([published, notOnce]).toEqual([12, []]);
  expect(kills).toBeGreaterThanOrEqual(3);
  // How late they are is for the trial (`npm run trials -- schedule`): a slow machine is late by itself.
  expect(late[0]).toBeGreaterThanOrEqual(0);
  expect(lateReleases[0] ?? 0).toBeGreaterThanOrEqual(0);
}, 600_000);
