/**
 * Makes sure that a cluster of our major version exists: finds it, creates it, or moves an older one to it.
 */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../durable-file.ts';
import { CodedError } from '../../errors.ts';
import { createCluster } from './create-cluster.ts';
import { clusterFolders, type Location } from './locate.ts';
import { clusterIn, MOVED_FROM, OLD } from './places.ts';
import { MAJOR } from './programs.ts';

export interface Preparation extends Location {
  log: { path: string; descriptor: number };
  say: (sentence: string) => void;
}

/** The folder of the engine that earlier releases embedded. */
const formerEngineIn = (folder: string): string => join(folder, 'pglite');

/**
 * Prepares `home/18`. An incomplete cluster is removed and created again; an older database stays beside the
 * new one under another name.
 * @throws CodedError that says what to do
 */
export async function prepareCluster(preparation: Preparation): Promise<void> {
  const { places, programs, runner } = preparation;
  const cluster = clusterIn(places.home, MAJOR);
  for (const name of clusterFolders(places.home))
    if (name.endsWith('.new')) rmSync(join(places.home, name), { recursive: true, force: true });
  finishMove(cluster);

  const majors = clusterFolders(places.home).map(Number);
  const newer = majors.find((major) => major > MAJOR);
  if (newer)
    throw new CodedError(
      'embedded_database',
      `The database in ${places.home} is of PostgreSQL ${newer}, and this release brings ${MAJOR}: install the release that made it.`,
    );
  const older = Math.max(...majors.filter((major) => major < MAJOR));
  const former = Number.isFinite(older)
    ? clusterIn(places.home, older)
    : existsSync(formerEngineIn(places.folder))
      ? formerEngineIn(places.folder)
      : null;
  // The engine of earlier releases made its files readable for all users.
  if (former) chmodSync(former, 0o700);
  if (existsSync(cluster)) {
    if (!former) return;
    throw new CodedError(
      'embedded_database',
      `There are two databases, ${cluster} and ${former}, which an older release wrote since: rename the one that you do not want to end with “${OLD}”, then start again.`,
    );
  }
  const unfinished = `${cluster}.new`;
  await createCluster(unfinished, programs, runner);
  if (former) {
    // The code for older databases is loaded only if there is one.
    const { moveDatabase } = await import('./move-database.ts');
    await moveDatabase(former, unfinished, preparation);
  }
  renameSync(unfinished, cluster);
  syncFolder(places.home);
  finishMove(cluster);
}

/** Renames the folder that the rows came from, also if the process that moved them died before. */
function finishMove(cluster: string): void {
  const marker = join(cluster, MOVED_FROM);
  if (!existsSync(marker)) return;
  const former = readFileSync(marker, 'utf8').trim();
  if (existsSync(former)) renameSync(former, freeName(former));
  syncFolder(dirname(former));
  rmSync(marker);
}

function freeName(former: string): string {
  for (let number = 1; ; number++) {
    const name = `${former}${number === 1 ? '' : `-${number}`}${OLD}`;
    if (!existsSync(name)) return name;
  }
}
