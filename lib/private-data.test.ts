import { chmodSync, lstatSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { keepPrivate } from './private-data.ts';

const mask = process.umask();
afterEach(() => {
  process.umask(mask);
  vi.restoreAllMocks();
});

/** A data folder of before, in which everybody reads and writes. */
function openFolder(): string {
  process.umask(0);
  const folder = mkdtempSync(join(tmpdir(), 'caliber-private-'));
  for (const path of ['database/pglite/base', 'media/0a/deep', 'media-work'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['secret.key', 'database/pglite/base/1', 'media/0a/deep/480.webp'])
    writeFileSync(join(folder, path), 'x', { mode: 0o666 });
  chmodSync(folder, 0o777);
  return folder;
}
const modeOf = (...path: string[]) => (lstatSync(join(...path)).mode & 0o777).toString(8);

test('what others may read in a data folder is closed at the start, however deep it lies', () => {
  const folder = openFolder();
  vi.spyOn(process, 'getuid').mockReturnValue(lstatSync(folder).uid || 1000);
  keepPrivate(folder);
  for (const path of ['', 'database', 'database/pglite/base', 'media/0a/deep', 'media-work'])
    expect([path, modeOf(folder, path)]).toEqual([path, '700']);
  for (const path of ['secret.key', 'database/pglite/base/1', 'media/0a/deep/480.webp'])
    expect([path, modeOf(folder, path)]).toEqual([path, '600']);
});

test('whatever is written afterwards is its owner’s alone', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'caliber-private-')), 'new', 'data');
  keepPrivate(folder);
  writeFileSync(join(folder, 'file'), 'x');
  mkdirSync(join(folder, 'folder'));
  expect([modeOf(folder), modeOf(folder, 'file'), modeOf(folder, 'folder')]).toEqual([
    '700',
    '600',
    '700',
  ]);
});

test('root’s database, which runs as another user, is left its way and its own files', () => {
  const folder = openFolder();
  mkdirSync(join(folder, 'database/18'));
  mkdirSync(join(folder, 'database/programs/18.4'), { recursive: true });
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  keepPrivate(folder);
  for (const path of ['', 'database', 'database/programs'])
    expect([path, modeOf(folder, path)]).toEqual([path, '711']);
  for (const path of ['database/18', 'database/programs/18.4'])
    expect([path, modeOf(folder, path)]).toEqual([path, '777']);
  expect(modeOf(folder, 'media')).toBe('700');
});

test('a link in the data folder leads to nothing that is changed', () => {
  const [folder, outside] = [openFolder(), openFolder()];
  symlinkSync(outside, join(folder, 'media', 'elsewhere'));
  keepPrivate(folder);
  expect(modeOf(outside, 'secret.key')).toBe('666');
});

test('what stays open to others is refused by its name', async () => {
  const folder = openFolder();
  vi.resetModules();
  vi.doMock('node:fs', async (original) => ({
    ...(await original<typeof import('node:fs')>()),
    // A disk without permissions, or another's files.
    chmodSync: () => {},
  }));
  const { keepPrivate: keep } = await import('./private-data.ts');
  expect(() => keep(folder)).toThrow(/secret\.key.*chown|chmod/);
  vi.doUnmock('node:fs');
});
