import { execFileSync, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placesIn } from './places.ts';
import { isRoot, reaches } from './runner.ts';
import { startEmbedded } from './start.ts';
import { connectIn, LIMIT } from './testing.ts';

/** A user without an entry in /etc/passwd, as a container may be given. */
const NAMELESS = 43_210;

/** Whether such a user may enter this checkout; not where it lies in root's own folder. */
const isOpen = isRoot() && reaches({ uid: NAMELESS, gid: NAMELESS }, process.execPath, '/tmp');
let folder = '';
const said: string[] = [];
const say = (sentence: string) => void said.push(sentence);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caliber-runner-'));
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

const START = JSON.stringify(new URL('./start.ts', import.meta.url).pathname);

/** Starts the database and lets it go in a process of its own. */
function startBeside(dataDir: string, options: SpawnSyncOptions) {
  const script = `import { startEmbedded } from ${START};
    const lease = await startEmbedded(${JSON.stringify(dataDir)});
    await lease.release(); console.log('done');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: '/',
    ...options,
  });
  return [String(stdout), String(stderr)];
}

async function answers(dataDir: string): Promise<void> {
  const lease = await startEmbedded(dataDir, say);
  const sql = connectIn(dataDir);
  await sql`create table if not exists here (n integer)`;
  expect(await sql`select count(*)::int as n from here`).toEqual([{ n: 0 }]);
  await sql.end();
  await lease.release();
}

/** A folder of commands without `unshare`. */
function withoutUnshare(): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of ['id', 'chmod', 'sync'])
    symlinkSync(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bin, name));
  return bin;
}

// Elsewhere than as root there is nobody else to run as.
describe.runIf(isRoot())('as root', () => {
  test(
    'the database runs as an unprivileged user, to whom it belongs',
    { timeout: LIMIT },
    async () => {
      chmodSync(folder, 0o711);
      const dataDir = join(folder, 'data');
      await answers(dataDir);
      const { uid } = statSync(join(placesIn(dataDir).home, '18'));
      expect(uid).not.toBe(0);
      expect(execFileSync('id', ['-un', String(uid)], { encoding: 'utf8' })).toMatch(
        /^(caliber|postgres)\n$/,
      );
      // The same again: whom it belongs to runs it.
      await answers(dataDir);
    },
  );

  test(
    'in a folder that only root enters it runs in a user namespace, and this is said',
    { timeout: LIMIT },
    async () => {
      const dataDir = join(folder, 'data');
      await answers(dataDir);
      expect(statSync(join(placesIn(dataDir).home, '18')).uid).toBe(0);
      expect(said.join()).toMatch(/Only root enters .*user namespace/);
      await answers(dataDir);
    },
  );

  test(
    'where user namespaces are not allowed either, it lies elsewhere, and this is said at each start',
    { timeout: LIMIT },
    () => {
      const dataDir = join(folder, 'data');
      mkdirSync(dataDir);
      const [stdout, stderr] = startBeside(dataDir, {
        // As where `unshare` is not allowed: here it is not found.
        env: { PATH: withoutUnshare(), NODE_ENV: 'test' },
      });
      const { home } = placesIn(dataDir);
      try {
        expect(stderr).toContain(`the database lies in ${home}. Keep a copy of that folder too.`);
        expect(stdout).toBe('done\n');
        expect(home).toMatch(/^\/var\/lib\/caliber-[0-9a-f]{16}$/);
      } finally {
        if (home.startsWith('/var/lib/caliber-')) rmSync(home, { recursive: true, force: true });
      }
    },
  );
});

describe.runIf(isOpen)('as a user without a name', () => {
  test('a user without a name has a database too', { timeout: LIMIT }, () => {
    chmodSync(folder, 0o711);
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    execFileSync('chown', [`${NAMELESS}:${NAMELESS}`, dataDir]);
    expect(startBeside(dataDir, { uid: NAMELESS, gid: NAMELESS })).toEqual(['done\n', '']);
    expect(statSync(join(dataDir, 'database', '18')).uid).toBe(NAMELESS);
  });

  test(
    'in an image a user without a name and without namespaces gets a copy of the cluster in it',
    { timeout: LIMIT },
    () => {
      const template = new URL('../../../.cluster-template', import.meta.url).pathname;
      const maker = new URL('./make-template.ts', import.meta.url).pathname;
      chmodSync(folder, 0o711);
      const dataDir = join(folder, 'data');
      mkdirSync(dataDir);
      execFileSync('chown', [`${NAMELESS}:${NAMELESS}`, dataDir]);
      const nameless = {
        uid: NAMELESS,
        gid: NAMELESS,
        env: { PATH: withoutUnshare(), NODE_ENV: 'test' as const },
      };
      expect(startBeside(dataDir, nameless)[1]).toMatch(/has no name on this machine/);
      execFileSync(process.execPath, [maker]);
      try {
        expect(startBeside(dataDir, nameless)).toEqual(['done\n', '']);
      } finally {
        rmSync(template, { recursive: true });
      }
      expect(statSync(join(dataDir, 'database', '18')).mode & 0o777).toBe(0o700);
    },
  );

  test('a database of somebody else is refused by name', { timeout: LIMIT }, () => {
    chmodSync(folder, 0o711);
    const cluster = join(folder, 'database', '18');
    mkdirSync(cluster, { recursive: true });
    execFileSync('chown', ['-R', `${NAMELESS}:${NAMELESS}`, folder]);
    execFileSync('chown', ['0:0', cluster]);
    const [, stderr] = startBeside(folder, { uid: NAMELESS, gid: NAMELESS });
    expect(stderr).toMatch(
      /belongs to user 0: run the portal as that user, as root, or give the folder to user 43210/,
    );
  });
});
