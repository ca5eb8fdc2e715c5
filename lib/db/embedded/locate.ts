/**
 * Decides the embedded database's folder, its programs and the user it runs as: once, when its owner starts.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { CodedError } from '../../errors.ts';
import { templateOf } from './cluster-template.ts';
import {
  clusterIn,
  controlIn,
  LONGEST_SOCKET_PATH,
  placesIn,
  socketIn,
  type Places,
} from './places.ts';
import { copyPrograms, findPrograms, MAJOR, programOf, type Programs } from './programs.ts';
import { findOrMakeUser, isRoot, namespace, ownRunner, reaches, type Runner } from './runner.ts';

export interface Location {
  places: Places;
  programs: Programs;
  runner: Runner;
}

/** The folder of root's database if no other user may enter the data folder. */
const ELSEWHERE = '/var/lib';

/**
 * Decides the location of a data folder's database, and makes the folders.
 * @param dataDir - absolute path of an existing folder
 * @param say - called with sentences for the operator
 * @throws CodedError `no_postgres`, `nameless_user`, `root_database` or `data_dir`
 */
export async function locate(dataDir: string, say: (sentence: string) => void): Promise<Location> {
  let places = forgetRunElsewhere(dataDir);
  let programs = findPrograms(places.home);
  let runner: Runner;
  if (!isRoot()) {
    refuseForeign(places);
    const isThere = existsSync(clusterIn(places.home, MAJOR)) || existsSync(templateOf(MAJOR));
    runner = ownRunner((before) => runs(before, programs), !isThere);
  } else {
    const owner = ownerOfClusters(places.home);
    const user = owner === 'root' ? null : (owner ?? findOrMakeUser(say));
    if (owner === 'root') runner = rootsOwn(programs, places);
    else if (user && entersBy(user, places)) {
      if (!reaches(user, programOf(programs, 'postgres'), places.run))
        programs = copyPrograms(programs, places.home);
      runner = { user, before: [], beforeInitdb: [] };
    } else if (owner) {
      throw new CodedError(
        'root_database',
        `The database in ${places.home} belongs to user ${owner.uid}, who may not enter it: let others pass through the folders above it (chmod o+x), or give it to root by chown -R.`,
      );
    } else if (runs(namespace(), programs)) {
      runner = { before: namespace(), beforeInitdb: namespace() };
      say(
        `Only root enters ${places.folder}: PostgreSQL, which refuses to run as root, runs in a user namespace.`,
      );
    } else if (user) {
      places = moveElsewhere(dataDir);
      entersBy(user, places);
      programs = copyPrograms(programs, places.home);
      runner = { user, before: [], beforeInitdb: [] };
    } else throw rootRefused();
    if (places.home !== places.folder)
      say(
        `Only root enters ${places.folder}, and PostgreSQL refuses to run as root: the database lies in ${places.home}. Keep a copy of that folder too.`,
      );
  }
  mkdirSync(places.run, { recursive: true, mode: 0o700 });
  chmodSync(places.run, 0o700);
  const { uid, gid } = runner.user ?? {
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
  };
  chownSync(places.run, uid, gid);
  if (!(await holdsSockets(places.run))) places = sockedElsewhere(dataDir, runner);
  return { places, programs, runner };
}

const runs = (before: readonly string[], programs: Programs): boolean => {
  const [command = '', ...rest] = [...before, programOf(programs, 'postgres'), '--version'];
  return spawnSync(command, rest).status === 0;
};

const rootRefused = () =>
  new CodedError(
    'root_database',
    'PostgreSQL refuses to run as root, and neither another user nor a user namespace is to be had here: run the portal as another user, make one by `useradd --system caliber`, or set DATABASE_URL to a PostgreSQL ≥ 15.',
  );

/**
 * Clusters, complete or not: folders named by a major version.
 * @param home - the folder of the clusters
 */
export const clusterFolders = (home: string): string[] =>
  existsSync(home) ? readdirSync(home).filter((name) => /^\d+(\.new)?$/.test(name)) : [];

/** The owner of the existing clusters. */
function ownerOfClusters(home: string): { uid: number; gid: number } | 'root' | null {
  const [first] = clusterFolders(home).sort(
    (one, other) => Number.parseInt(other) - Number.parseInt(one),
  );
  if (!first) return null;
  const { uid, gid } = statSync(join(home, first));
  return uid === 0 ? 'root' : { uid, gid };
}

function refuseForeign(places: Places): void {
  for (const name of clusterFolders(places.home)) {
    const { uid } = statSync(join(places.home, name));
    if (uid !== process.getuid?.())
      throw new CodedError(
        'data_dir',
        `The database in ${join(places.home, name)} belongs to user ${uid}: run the portal as that user, as root, or give the folder to user ${process.getuid?.()} by chown -R.`,
      );
  }
}

/** A cluster that root created in a user namespace must run in one. */
function rootsOwn(programs: Programs, places: Places): Runner {
  if (runs(namespace(), programs)) return { before: namespace(), beforeInitdb: namespace() };
  throw new CodedError(
    'root_database',
    `The database in ${places.home} belongs to root, and user namespaces, in which it ran, are not allowed here: give it to another user by chown -R, or allow them.`,
  );
}

/** Gives a user access to the folder of the clusters, if the folders above it allow it. */
function entersBy(user: { uid: number; gid: number }, { folder, home, run }: Places): boolean {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  // Permission to pass through, not to list.
  chmodSync(home, 0o711);
  if (home === folder) chmodSync(dirname(home), statSync(dirname(home)).mode | 0o011);
  mkdirSync(run, { recursive: true, mode: 0o700 });
  chownSync(run, user.uid, user.gid);
  return reaches(user, '/bin/sh', run);
}

const nameOf = (dataDir: string) =>
  `caliber-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;

function moveElsewhere(dataDir: string): Places {
  const { elsewhere } = placesIn(dataDir);
  const home = join(ELSEWHERE, nameOf(dataDir));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  writeFileSync(elsewhere, `${home}\n`);
  return placesIn(dataDir);
}

/** A folder in the temporary folder is never used again: another user may have created it meanwhile. */
function forgetRunElsewhere(dataDir: string): Places {
  const { run, home, runElsewhere } = placesIn(dataDir);
  if (run !== join(home, 'run')) rmSync(run, { recursive: true, force: true });
  rmSync(runElsewhere, { force: true });
  return placesIn(dataDir);
}

/** Sockets go to a private folder if the path is too long for one, or the disk cannot hold any. */
function sockedElsewhere(dataDir: string, runner: Runner): Places {
  const places = placesIn(dataDir);
  const run = mkdtempSync(join(tmpdir(), 'caliber-'));
  if (runner.user) chownSync(run, runner.user.uid, runner.user.gid);
  writeFileSync(places.runElsewhere, `${run}\n`);
  return placesIn(dataDir);
}

async function holdsSockets(run: string): Promise<boolean> {
  if (Buffer.byteLength(socketIn(run)) > LONGEST_SOCKET_PATH) return false;
  const path = controlIn(run);
  rmSync(path, { force: true });
  const probe = createServer();
  const isBound = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(path, () => resolve(true));
  });
  await new Promise((resolve) => (isBound ? probe.close(resolve) : resolve(null)));
  return isBound;
}
