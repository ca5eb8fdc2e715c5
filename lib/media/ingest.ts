import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '../result.ts';

export interface CutPicture {
  imageId: string;
  /** Pixels, upright. */
  width: number;
  height: number;
  /** Mean colour, `#rrggbb`. */
  colour: string;
  widths: number[];
  originalFormat: string;
}
export interface CutRequest {
  path: string;
  imageId: string;
  mediaDir: string;
}
export type CutAnswer = { picture: CutPicture } | { reason: string };

const LARGEST_FILE = 30 * 1024 * 1024;
/** Milliseconds that one picture may take. */
const CUT_LIMIT = 60_000;
const MEMORY_LIMIT_MB = 512;

let cutter: ChildProcess | undefined;

/**
 * Cuts a picture into the files that `lib/content/picture.ts` names, once by its content: the id is the
 * hash of its bytes. Decoding runs in a child process that is ended when it takes too long.
 * @param input.path - the original, a file that the caller may read
 * @param input.mediaDir - where `<id>/<file>` are put
 * @returns the picture, or why it was refused, as the end of a sentence that names it
 */
export async function ingestPicture(input: {
  path: string;
  mediaDir: string;
}): Promise<Result<CutPicture, { reason: string }>> {
  const { path, mediaDir } = input;
  const { size } = await stat(path);
  if (size > LARGEST_FILE) return refuse({ reason: 'it is larger than 30 MB' });
  const imageId = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
    .slice(0, 32);
  const present = await readFile(join(mediaDir, imageId, 'picture.json'), 'utf8').catch(() => null);
  if (present) return ok(JSON.parse(present) as CutPicture);
  await mkdir(mediaDir, { recursive: true });
  const answer = await ask({ path, imageId, mediaDir });
  return 'picture' in answer ? ok(answer.picture) : refuse({ reason: answer.reason });
}

/** Ends the child process; the next picture starts another. */
export async function closeCutter(): Promise<void> {
  cutter?.disconnect();
  cutter = undefined;
}

function ask(request: CutRequest): Promise<CutAnswer> {
  cutter ??= fork(fileURLToPath(new URL('./cut-worker.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`],
  });
  const child = cutter;
  return new Promise((resolve) => {
    const settle = (answer: CutAnswer, isLost = false) => {
      clearTimeout(limit);
      child.off('message', onMessage).off('exit', onExit);
      if (isLost && cutter === child) cutter = undefined;
      resolve(answer);
    };
    const onMessage = (answer: CutAnswer) => settle(answer);
    const onExit = () =>
      settle({ reason: 'decoding it failed (the process that cuts pictures ended)' }, true);
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      settle({ reason: `cutting it took over ${CUT_LIMIT / 1000} seconds` }, true);
    }, CUT_LIMIT);
    child.once('message', onMessage).once('exit', onExit);
    child.send(request);
  });
}
