/** The user that PostgreSQL runs as: it refuses to run as root, and its initdb needs a user with a name. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { CodedError } from '../../errors.ts';

export interface Runner {
  /** The owner of the cluster, if that is not the current user. */
  user?: { uid: number; gid: number };
  /** The command that precedes a program and its arguments. */
  before: readonly string[];
  /** The same for initdb, which needs a user with a name. */
  beforeInitdb: readonly string[];
}

const OWN: Runner = { before: [], beforeInitdb: [] };

/** The system user for root's databases. */
const USER = 'caliber';

/** Milliseconds that another process may take to create the user. */
const MAKING_LIMIT = 5000;

/** Exit codes of useradd if passwd or group are locked, or another process has just created the user. */
const BUSY = new Set([1, 9, 10]);

const pause = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Whether this process runs as root, which PostgreSQL refuses. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The runner for a user other than root: PostgreSQL runs as that user.
 * @param canRun - whether PostgreSQL runs with this before it
 * @param needsName - whether a cluster may have to be created, which needs a user with a name
 * @throws CodedError `nameless_user` if initdb cannot be run
 */
export function ownRunner(
  canRun: (before: readonly string[]) => boolean,
  needsName: boolean,
): Runner {
  if (!needsName || hasName()) return OWN;
  const before = namespace();
  // The server itself needs no name.
  if (canRun(before)) return { before: [], beforeInitdb: before };
  throw new CodedError(
    'nameless_user',
    `User ${process.getuid?.()} has no name on this machine, and PostgreSQL's initdb asks for one: run the portal as a user of /etc/passwd, or set DATABASE_URL to a PostgreSQL ≥ 15.`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username.length > 0;
  } catch {
    return false;
  }
}

/** A user namespace maps the user to another name; the files keep their owner. */
export function namespace(): string[] {
  const [uid, gid] = someUser();
  return ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

/** The ids of any user with a name, except root. */
function someUser(): [string, string] {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid = '65534', gid = '65534'] =
    entries.findLast((entry) => Number(entry[2]) > 0) ?? [];
  return [uid, gid];
}

/**
 * Finds or creates the unprivileged user for root's database.
 * @param say - called with a sentence when the user is created
 * @returns null if there is none and it cannot be created
 */
export function findOrMakeUser(say: (sentence: string) => void): Runner['user'] | null {
  const found = idsOf(USER);
  if (found) return found;
  const deadline = performance.now() + MAKING_LIMIT;
  const { status } = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir=/nonexistent',
    '--shell=/usr/sbin/nologin',
    USER,
  ]);
  if (status === 0)
    say(`PostgreSQL refuses to run as root: the system user “${USER}” was made for it.`);
  // Another process is creating it at this moment.
  while (BUSY.has(status ?? 0) && !idsOf(USER) && performance.now() < deadline) pause(100);
  return idsOf(USER) ?? idsOf('postgres');
}

function idsOf(name: string): { uid: number; gid: number } | null {
  const id = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : null;
}

/** Whether a user can execute a program and write into a folder. */
export function reaches(user: Runner['user'], program: string, folder: string): boolean {
  const test = 'test -x "$1" && test -w "$2" && test -x "$2"';
  return spawnSync('/bin/sh', ['-c', test, 'sh', program, folder], { ...user }).status === 0;
}
