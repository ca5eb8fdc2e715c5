import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layOutWithEarlier } from './earlier-files.ts';

const HOUR = 60 * 60 * 1000;

/** A checkout that is built again and again. */
function checkout() {
  const root = mkdtempSync(join(tmpdir(), 'caliber-earlier-'));
  const [built, kept, served] = ['built', 'kept', 'served'].map((name) => join(root, name));
  if (!built || !kept || !served) throw new Error('unreachable');
  return {
    /** Builds one chunk at an hour. */
    build(name: string, hour: number) {
      for (const folder of [built, served]) rmSync(folder, { recursive: true, force: true });
      mkdirSync(join(built, 'chunks'), { recursive: true });
      writeFileSync(join(built, 'chunks', name), name);
      const now = new Date(Date.UTC(2026, 10, 1) + hour * HOUR);
      layOutWithEarlier({ built, kept, served, now });
    },
    has: (name: string) => existsSync(join(served, 'chunks', name)),
    read: (name: string) => readFileSync(join(served, 'chunks', name), 'utf8'),
  };
}

test('the files of the build before are served beside the new ones', () => {
  const { build, has } = checkout();
  build('a.js', 0);
  build('b.js', 1000);
  expect([has('a.js'), has('b.js')]).toEqual([true, true]);
});

test('files stay for a day after their build was replaced, however old it was', () => {
  const { build, has } = checkout();
  build('a.js', 0);
  build('b.js', 1000);
  build('c.js', 1023);
  expect(has('a.js')).toBe(true);
  build('d.js', 1025);
  expect([has('a.js'), has('b.js'), has('c.js'), has('d.js')]).toEqual([false, true, true, true]);
});

test('a file that is of the new build again is the new one', () => {
  const { build, read } = checkout();
  build('a.js', 0);
  build('a.js', 1);
  expect(read('a.js')).toBe('a.js');
});
