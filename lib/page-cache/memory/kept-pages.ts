/** The finished pages of a process, in three memories, none of which evicts the pages of another. */
import type { PageCacheOptions } from '../page-cache-options.ts';
import { PageMemory, type Page } from './page-memory.ts';

/**
 * Most bytes of hydration data of pages that are not kept: searches and missing pages. A flood of them gets
 * no more.
 */
const PASSING_LIMIT = 500_000;

/** Most bytes of the responses for missing or moved pages. */
const ABSENT_LIMIT = 4_000_000;

export class KeptPages {
  /** The pages that exist, and their hydration data. */
  readonly memory: PageMemory;
  /** The hydration data of pages that are not kept. */
  readonly passing = new PageMemory(PASSING_LIMIT);
  readonly #options: Pick<PageCacheOptions, 'clock' | 'isEdited'>;
  #absent: PageMemory;

  constructor(options: Pick<PageCacheOptions, 'limit' | 'clock' | 'isEdited'>) {
    this.#options = options;
    this.memory = new PageMemory(options.limit);
    this.#absent = this.#noneAbsent();
  }

  /** The responses for missing and moved pages: another memory after each {@link forgetAbsent}. */
  get absent(): PageMemory {
    return this.#absent;
  }

  /** The response for a missing or moved page, while it is valid. */
  absentAt(path: string): Page | undefined {
    const page = this.#absent.get(path);
    return page && page.staleAt > this.now() ? page : undefined;
  }

  forgetAbsent(): void {
    this.#absent = this.#noneAbsent();
  }

  /** Hydration data, by its path. */
  dataAt(path: string): Page | undefined {
    return this.memory.get(path) ?? this.passing.get(path);
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#options.clock.now().getTime();
  }

  /** In development nothing is kept: what is missing may exist at the next request. */
  #noneAbsent(): PageMemory {
    return new PageMemory(this.#options.isEdited ? 0 : ABSENT_LIMIT);
  }
}
