/**
 * Files of earlier builds. A page that a reader has open asks for more of its own build when they search or
 * reach the end of a list, also after a deploy: for a day it finds them.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Milliseconds for which a build's files outlive it. */
const STAY = 24 * 60 * 60 * 1000;

/** Every file under a folder, by its path in it; none where there is no folder. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(folder, name)).isFile(),
      )
    : [];

/**
 * Lays a build's files out together with those of the builds before it.
 * @param options.built - the new build's files
 * @param options.kept - a folder that builds leave alone: what was laid out before is kept in it
 * @param options.served - where all of them are laid out; it must be empty
 * @param options.now - the time at which the new build takes over
 */
export function layOutWithEarlier({
  built,
  kept,
  served,
  now,
}: {
  built: string;
  kept: string;
  served: string;
  now: Date;
}): void {
  const [current, earlier] = [join(kept, 'current'), join(kept, 'earlier')];
  for (const name of filesIn(current)) {
    const to = join(earlier, name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(current, name), to);
    // Its last hour as a file of the present build was this one.
    utimesSync(to, now, now);
  }
  for (const name of filesIn(earlier)) {
    const file = join(earlier, name);
    if (statSync(file).mtimeMs < now.getTime() - STAY) rmSync(file);
  }
  rmSync(current, { recursive: true, force: true });
  cpSync(built, current, { recursive: true });
  if (existsSync(earlier)) cpSync(earlier, served, { recursive: true });
  cpSync(built, served, { recursive: true });
}
