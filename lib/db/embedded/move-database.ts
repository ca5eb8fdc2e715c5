/**
 * Copies the rows of an older database into a new cluster: from an older major version of PostgreSQL, or from
 * PGlite, the engine of earlier releases. npm ships neither pg_dump nor pg_upgrade; a logical copy needs
 * none.
 */
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import postgres from 'postgres';
import { writeDurably } from '../durable-file.ts';
import { CodedError } from '../../errors.ts';
import { copyDatabase, type Query } from './copy-database.ts';
import { MOVED_FROM, OLD, socketIn } from './places.ts';
import type { Preparation } from './prepare-cluster.ts';
import { findPrograms, type Programs } from './programs.ts';
import { DATABASE, ROLE, SUPERUSER } from './roles.ts';
import { ServerProcess } from './server-process.ts';
import { openFormerEngine } from './former-engine.ts';

/** Bytes that must stay free after a copy. */
const RESERVE = 150 * 1024 * 1024;

/**
 * Copies every row, and compares both sides before it returns.
 * @param former - the folder of the older database; it is opened, and none of its rows is changed
 * @param target - a cluster that was just created
 * @throws CodedError `disk_full`, `no_former_engine`, `no_postgres` or `move_failed`
 */
export async function moveDatabase(
  former: string,
  target: string,
  preparation: Preparation,
): Promise<void> {
  const { programs, places, runner, say } = preparation;
  requireSpace(former, dirname(target));
  say(`The database of an earlier release, ${former}, is moved to PostgreSQL ${programs.version}.`);
  // Socket folders of their own: no process of the portal may find an incomplete database.
  const folders = [0, 1].map(() => {
    const folder = mkdtempSync(join(tmpdir(), 'caliber-'));
    if (runner.user) chownSync(folder, runner.user.uid, runner.user.gid);
    return folder;
  });
  const [sourceRun = '', targetRun = ''] = folders;
  const to = await serve(target, programs, targetRun, preparation);
  try {
    const major = Number(basename(former));
    const from = Number.isInteger(major)
      ? await serve(former, findPrograms(places.home, major), sourceRun, preparation)
      : await openFormerEngine(former);
    try {
      const { tables, rows } = await copyDatabase(from.query, {
        asOwner: to.asOwner,
        asSuperuser: to.query,
      });
      say(
        `Moved and compared: ${rows} rows of ${tables} tables. The old folder is kept as ${former}${OLD}; “npm run portal -- data drop-old” removes it.`,
      );
    } finally {
      await from.close();
    }
  } finally {
    await to.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  writeDurably(join(target, MOVED_FROM), `${former}\n`);
}

/** Runs a server on a cluster for the duration of the copy. */
async function serve(cluster: string, programs: Programs, run: string, preparation: Preparation) {
  const { runner, log, say } = preparation;
  const server = new ServerProcess({ cluster, run, programs, runner, log, say });
  await server.start();
  const connectAs = (username: string) =>
    postgres({
      path: socketIn(run),
      username,
      database: DATABASE,
      max: 1,
      onnotice: () => {},
    } as postgres.Options<Record<string, never>>);
  const superuser = connectAs(SUPERUSER);
  const owner = connectAs(ROLE);
  const queryOf =
    (sql: postgres.Sql): Query =>
    async (text, parameters = []) =>
      (await sql.unsafe(text, parameters)) as Record<string, unknown>[];
  return {
    query: queryOf(superuser),
    asOwner: queryOf(owner),
    close: async () => {
      await Promise.all([superuser.end({ timeout: 1 }), owner.end({ timeout: 1 })]);
      await server.stop();
    },
  };
}

function requireSpace(former: string, folder: string): void {
  const size = Number.parseInt(execFileSync('du', ['-sk', former], { encoding: 'utf8' })) * 1024;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= size + RESERVE) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  throw new CodedError(
    'disk_full',
    `The database of an earlier release is moved beside itself, which needs ${megabytes(size + RESERVE)} MB on the disk of ${folder}; ${megabytes(bavail * bsize)} MB are free. Nothing was changed: free some space, then start again.`,
  );
}
