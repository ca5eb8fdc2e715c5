/** Creates a cluster: PostgreSQL's data folder, with the portal's role and database in it. */
import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { CodedError } from '../../errors.ts';
import { copyTemplate } from './cluster-template.ts';
import { ENVIRONMENT, programOf, type Programs } from './programs.ts';
import { DATABASE, ROLE, SUPERUSER } from './roles.ts';
import type { Runner } from './runner.ts';
import { PG_HBA_CONF, POSTGRESQL_CONF } from './settings.ts';

/** Bytes that a new cluster takes, with its write-ahead log. */
const SPACE = 150 * 1024 * 1024;

/** Locales with Unicode's letters; initdb uses the first one that the machine has. */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8'];

/**
 * Creates a cluster in a folder that is missing or empty. A failure leaves an incomplete folder, which the
 * caller removes: callers create it beside the final path and rename it.
 * @param target - absolute path, in a folder that the runner's user may enter
 * @throws CodedError `disk_full`, or `embedded_database` with initdb's message
 */
export async function createCluster(
  target: string,
  programs: Programs,
  runner: Runner,
): Promise<void> {
  const { bavail, bsize } = statfsSync(dirname(target));
  if (bavail * bsize < SPACE)
    throw new CodedError(
      'disk_full',
      `The disk of ${dirname(target)} has ${Math.floor((bavail * bsize) / 1024 / 1024)} MB left; the database needs ${SPACE / 1024 / 1024} MB to begin: free some space, or set DATA_DIR to another disk.`,
    );
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { mode: 0o700 });
  if (runner.user) chownSync(target, runner.user.uid, runner.user.gid);
  if (!runner.user && copyTemplate(programs.major, target)) return;
  await initialise(target, programs, runner);
  // initdb has synced its own files; these must survive a power cut too.
  writeDurably(join(target, 'postgresql.conf'), POSTGRESQL_CONF);
  writeDurably(join(target, 'pg_hba.conf'), PG_HBA_CONF);
  writeDurably(join(target, 'caliber.conf'), '');
  if (runner.user) chownSync(join(target, 'caliber.conf'), runner.user.uid, runner.user.gid);
  const single = (database: string, statements: readonly string[]) =>
    run(
      [...runner.beforeInitdb, programOf(programs, 'postgres')],
      ['--single', '-D', target, '-c', 'exit_on_error=true', database],
      runner,
      `${statements.join('\n')}\n`,
    );
  await single('postgres', [
    `create role ${ROLE} login`,
    `grant pg_read_all_stats to ${ROLE}`,
    `create database ${DATABASE} owner ${ROLE}`,
  ]);
  await single(DATABASE, ['create extension pg_stat_statements']);
}

async function initialise(target: string, programs: Programs, runner: Runner): Promise<void> {
  let last: unknown;
  for (const ctype of CTYPES) {
    try {
      return await run(
        [...runner.beforeInitdb, programOf(programs, 'initdb')],
        [
          `--pgdata=${target}`,
          `--username=${SUPERUSER}`,
          '--auth=trust',
          '--encoding=UTF8',
          '--locale=C',
          `--lc-ctype=${ctype}`,
          '--data-checksums',
          '--no-instructions',
          // One call instead of a thousand; other systems have no such call.
          ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
        ],
        runner,
      );
    } catch (cause) {
      last = cause;
      if (!(cause instanceof CodedError) || !/invalid locale/.test(cause.message)) break;
    }
  }
  throw last;
}

async function run(
  [program = '', ...before]: readonly string[],
  parameters: readonly string[],
  runner: Runner,
  input = '',
): Promise<void> {
  const child = spawn(program, [...before, ...parameters], {
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...runner.user,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A process that ended before it read its input reports the reason with its exit.
  child.stdin.on('error', () => {}).end(input);
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (cause) => resolve((said = cause.message)));
    child.once('close', (status, signal) => resolve(status ?? String(signal)));
  });
  if (code === 0) return;
  throw new CodedError(
    /No space left/.test(said) ? 'disk_full' : 'embedded_database',
    `The database could not be made: ${said.trim() || `it ended by ${code}`}`,
  );
}
