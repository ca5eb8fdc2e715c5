import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placesIn } from './places.ts';

/** A data folder whose sockets lie in another one. */
function socketsIn(run: string) {
  const data = mkdtempSync(join(tmpdir(), 'caliber-places-'));
  mkdirSync(join(data, 'database', 'run'), { recursive: true, mode: 0o700 });
  writeFileSync(join(data, 'database', 'run-elsewhere'), `${run}\n`);
  return { run: placesIn(data).run, own: join(data, 'database', 'run') };
}

test('sockets are looked for in a folder elsewhere while it is closed to others', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'caliber-'));
  expect(socketsIn(elsewhere).run).toBe(elsewhere);
});

test('a folder that another user may have replaced is not used', () => {
  const open = mkdtempSync(join(tmpdir(), 'caliber-'));
  chmodSync(open, 0o755);
  const link = `${open}-link`;
  symlinkSync(mkdtempSync(join(tmpdir(), 'caliber-')), link);
  for (const place of [open, link, `${open}-gone`]) {
    const { run, own } = socketsIn(place);
    expect([place, run]).toEqual([place, own]);
  }
});
