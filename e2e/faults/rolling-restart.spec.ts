import { expect, test } from '@playwright/test';
import { rollingRestart } from '../../scripts/trials/rolling-restart.ts';
import { needs } from '../support/needs.ts';

test('two portals behind nginx are restarted in turn, one by SIGTERM and one by SIGKILL, and no request fails', async () => {
  needs('nginx-light');
  test.setTimeout(240_000);
  // Other tests run meanwhile: at the trial's own rate the portals would refuse some, being overloaded.
  const report = await rollingRestart(2, { rate: 50 });
  expect(report.failed).toEqual([]);
  expect(report.sent).toBeGreaterThan(100);
  expect(report.kills).toBe(1);
  expect(report.ends.map(({ code }) => code)).toEqual([0]);
});
