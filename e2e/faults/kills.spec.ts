import { expect, test } from '@playwright/test';
import { trialOfKills } from '../../scripts/testing/kill-trial.ts';
import { PORT } from '../support/portal.ts';

/** `npm run trials -- kills` tries 200 of them on each database. */
const KILLS = 3;

test('kills of server and database while people write lose no acknowledged word', async () => {
  test.setTimeout(300_000);
  const found = await trialOfKills('embedded', { kills: KILLS, port: PORT + 70 });
  expect(found.acknowledged).toBeGreaterThan(KILLS);
  expect(found.lost).toEqual([]);
});
