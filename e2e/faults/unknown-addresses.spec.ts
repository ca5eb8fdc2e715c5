import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { flood, MEGABYTE, sizeOf } from '../../scripts/trials/slugs.ts';
import { startSecondPortal } from '../support/second-portal.ts';

const WARMING = 400;
const FLOOD = 2000;

/** Bytes that a process holds in memory. */
const residentOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

test('a flood of unknown addresses is answered 404 each, and leaves nothing on disk or in memory', async () => {
  test.setTimeout(300_000);
  const portal = await startSecondPortal(12);
  try {
    // The first few warm the machine: what is compiled and pooled is no leak.
    expect(await flood(portal.site, WARMING)).toEqual({ 404: WARMING });
    const [build, data] = [sizeOf('.next'), sizeOf(portal.dataDir)];
    const memory = residentOf(portal.pid);
    expect(await flood(portal.site, FLOOD)).toEqual({ 404: FLOOD });
    expect(sizeOf('.next') - build).toBeLessThan(MEGABYTE);
    expect(sizeOf(portal.dataDir) - data).toBeLessThan(MEGABYTE);
    // Loose, since memory comes back late; 2,000 pages of 60 kB, kept as they are sent, would show.
    expect(residentOf(portal.pid) - memory).toBeLessThan(80 * MEGABYTE);
  } finally {
    await portal.stop();
  }
});
