import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { startSecondPortal } from '../support/second-portal.ts';

const WARMING = 400;
const FLOOD = 2000;
const AT_ONCE = 8;
const MEGABYTE = 1024 * 1024;
const KINDS = ['post', 'category', 'topic', 'author'];

/** Bytes of a folder's files, as the disk counts them. */
const sizeOf = (folder: string) =>
  Number(execFileSync('du', ['-s', '-B1', folder], { encoding: 'utf8' }).split('\t')[0]);

/** Bytes that a process holds in memory. */
const residentOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

/** Asks for addresses that never were. @returns how often each status was the answer */
async function flood(site: string, count: number): Promise<Record<number, number>> {
  let left = count;
  const statuses: Record<number, number> = {};
  const ask = async () => {
    while (left-- > 0) {
      const locale = LOCALES[left % LOCALES.length];
      const kind = KINDS[Math.floor(left / LOCALES.length) % KINDS.length];
      const slug = randomBytes(12).toString('hex');
      const answer = await fetch(`${site}/${locale}/${kind}/${slug}`);
      await answer.arrayBuffer();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return statuses;
}

test('a flood of unknown addresses is answered 404 each, and leaves nothing on disk or in memory', async () => {
  test.setTimeout(300_000);
  const portal = await startSecondPortal(2);
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
