import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from './start.ts';
import { LIMIT } from './testing.ts';

const disk = mkdtempSync(join(tmpdir(), 'caliber-full-'));
let isMounted = false;
beforeEach(() => {
  const options = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk];
  isMounted = spawnSync('mount', options).status === 0;
});
afterEach(() => {
  if (isMounted) spawnSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

test(
  'a start on a full disk names the disk, and does not wait',
  { timeout: LIMIT },
  async (context) => {
    context.skip(!isMounted, 'a small disk needs root');
    const dataDir = join(disk, 'data');
    mkdirSync(dataDir);
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4K']);
    await expect(startEmbedded(dataDir, () => {})).rejects.toMatchObject({
      code: 'disk_full',
      message: expect.stringContaining(disk) as string,
    });
  },
);
