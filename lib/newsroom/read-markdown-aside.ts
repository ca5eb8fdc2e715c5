import { join } from 'node:path';
import type { Root } from 'mdast';
import { Piscina } from 'piscina';
import { refuse, ok, type Result } from '../result.ts';

/** Megabytes of memory for parsing one text. */
const MOST_MEMORY = 512;
/** Milliseconds for which an idle thread is kept. */
const IDLE_TIME = 30_000;

let pool: Piscina | undefined;

/**
 * Threads start when there is a text to parse; the path of the file is the same in the framework's bundle.
 */
const threads = (): Piscina =>
  (pool ??= new Piscina({
    filename: join(process.cwd(), 'lib/newsroom/markdown-worker.ts'),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: IDLE_TIME,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  }));

/**
 * Parses Markdown in another thread. The parser takes minutes for a few kilobytes that nest deeply, and other
 * requests must not wait for that.
 * @param within - the longest time in milliseconds
 * @returns the tree, or the reason for the refusal as a sentence
 */
export async function readMarkdownAside(
  source: string,
  within: number,
): Promise<Result<Root, string>> {
  const late = AbortSignal.timeout(within);
  try {
    return ok((await threads().run(source, { signal: late })) as Root);
  } catch (cause) {
    if (!late.aborted && !(cause instanceof RangeError) && !isOutOfMemory(cause)) throw cause;
    return refuse(
      'its Markdown nests too deeply to be read: it may hold thousands of list marks, quotation marks or brackets in a row',
    );
  }
}

const isOutOfMemory = (cause: unknown): boolean =>
  (cause as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
