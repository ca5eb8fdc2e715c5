/** Articles per transaction: enough to be fast, few enough to stay short and small. */
const BATCH = 100;

/** Collects items into batches and writes each while the next is read: never more than two are in memory. */
export class Batches<Item> {
  readonly #write: (batch: readonly Item[]) => Promise<void>;
  #batch: Item[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(write: (batch: readonly Item[]) => Promise<void>) {
    this.#write = write;
  }

  async add(item: Item): Promise<void> {
    this.#batch.push(item);
    if (this.#batch.length >= BATCH) await this.#flush();
  }

  /** Writes the rest; resolves when everything is written. */
  async end(): Promise<void> {
    await this.#flush();
    await this.#writing;
  }

  async #flush(): Promise<void> {
    const full = this.#batch;
    this.#batch = [];
    await this.#writing;
    this.#writing = this.#write(full);
    // Awaited at the next flush; a failure must not count as unhandled until then.
    this.#writing.catch(() => {});
  }
}
