import { join } from 'node:path';
import type { Root } from 'mdast';
import { Piscina } from 'piscina';
import { Lane } from '../../lanes.ts';
import { ok, refuse, type Result } from '../../result.ts';

/** Texts that are parsed at once. */
const THREADS = 2;
/** Megabytes of memory for parsing one text. */
const MOST_MEMORY = 256;
/** Milliseconds for which an idle thread is kept. */
const IDLE_TIME = 30_000;

/**
 * Texts wait here and never in the pool: the time of a text counts from its own beginning, and users take
 * turns. Piscina starts no thread for a task that waits when it ends another one.
 */
const turns = new Lane({ atOnce: THREADS, waiting: 64, patience: 30_000 });
let pool: Piscina | undefined;

/**
 * Threads start when there is a text to parse; the path of the file is the same in the framework's bundle.
 */
function threads(): Piscina {
  if (pool) return pool;
  pool = new Piscina({
    filename: join(process.cwd(), 'lib/newsroom/markdown/markdown-worker.ts'),
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_TIME,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  // A thread that fails without a task is replaced; a running call learns of it by a listener of its own.
  pool.on('error', () => {});
  return pool;
}

/**
 * Parses Markdown in another thread. The parser takes minutes for a few kilobytes that nest deeply, and other
 * requests must not wait for that.
 * @param within - the longest time in milliseconds
 * @param asker - users take turns: the user's id, or '' for a process of one user
 * @returns the tree, or the reason for the refusal as a sentence
 * @throws TooMuch where too many texts wait to be parsed
 */
export const readMarkdownAside = (
  source: string,
  within: number,
  asker = '',
): Promise<Result<Root, string>> => turns.run(asker, () => read(source, within));

async function read(source: string, within: number): Promise<Result<Root, string>> {
  let late: AbortSignal | undefined;
  const broken = new AbortController();
  const onError = (cause: unknown) => broken.abort(cause);
  const running = threads().on('error', onError);
  try {
    // To start a thread takes seconds on a busy machine: that is not the time of the text.
    await running.run('', { signal: broken.signal });
    late = AbortSignal.timeout(within);
    const signal = AbortSignal.any([late, broken.signal]);
    return ok((await running.run(source, { signal })) as Root);
  } catch (cause) {
    if (broken.signal.aborted && !isOutOfMemory(broken.signal.reason)) throw broken.signal.reason;
    if (!late?.aborted && !(cause instanceof RangeError) && !isOutOfMemory(cause)) throw cause;
    return refuse(
      'its Markdown nests too deeply to be read: it may hold thousands of list marks, quotation marks or brackets in a row',
    );
  } finally {
    running.off('error', onError);
  }
}

const isOutOfMemory = (cause: unknown): boolean =>
  (cause as { code?: string } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
