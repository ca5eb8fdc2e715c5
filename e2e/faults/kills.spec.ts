import { expect, test } from '@playwright/test';
import { canFailDisks } from '../../scripts/testing/failing-disk.ts';
import { trialOfKills } from '../../scripts/testing/kill-trial.ts';
import { PORT } from '../support/portal.ts';

/** `npm run trials -- power-cuts` tries 100 of them. */
const CUTS = 3;

/** `npm run trials -- kills` tries 200 of them on each database. */
const KILLS = 3;

test('kills of server and database while people write lose no acknowledged word', async () => {
  test.setTimeout(300_000);
  const found = await trialOfKills('embedded', { kills: KILLS, port: PORT + 70 });
  expect(found.acknowledged).toBeGreaterThan(KILLS);
  expect(found.lost).toEqual([]);
});

test('power cuts while people write lose no acknowledged word', async () => {
  test.skip(!canFailDisks(), 'a disk that fails needs root and loop devices');
  test.setTimeout(300_000);
  const found = await trialOfKills('power', { kills: CUTS, port: PORT + 75 });
  expect(found.acknowledged).toBeGreaterThan(CUTS);
  expect([found.powerCuts, found.lost]).toEqual([CUTS, []]);
});
