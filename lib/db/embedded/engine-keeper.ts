import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export interface EngineOptions {
  /** Folder of PGlite's files; null keeps everything in memory. */
  data: string | null;
  socket: string;
  /** Milliseconds that one statement may hold the engine. */
  statementLimit?: number;
}

const STATEMENT_LIMIT = 10_000;
const PING_EVERY = 500;
/** Starts in a row that may fail before the keeper gives up. */
const MOST_FAILURES = 3;

/** Keeps the engine's thread running: ends it when a statement outlives its limit, and starts it again. */
export class Engine {
  /** Settles when the engine first answers, or will not. */
  readonly ready: Promise<void>;
  /** How often the thread had to be started again. */
  restarts = 0;
  readonly #options: Required<EngineOptions>;
  #thread: Worker | undefined;
  #pinging: NodeJS.Timeout | undefined;
  #failures = 0;
  #isStopping = false;

  constructor(options: EngineOptions) {
    this.#options = { statementLimit: STATEMENT_LIMIT, ...options };
    this.ready = this.#start();
    // Who waits hears of it; nobody waiting is no reason to crash.
    this.ready.catch(() => {});
  }

  /** Closes the database cleanly and ends the thread. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#pinging);
    const thread = this.#thread;
    if (!thread) return;
    const stopped = new Promise<void>((resolve) => {
      thread.on('message', (message) => message === 'stopped' && resolve());
      thread.once('exit', () => resolve());
      setTimeout(resolve, this.#options.statementLimit).unref();
    });
    thread.postMessage('stop');
    await stopped;
    await thread.terminate();
    rmSync(this.#options.socket, { force: true });
  }

  #start(): Promise<void> {
    const { data, socket } = this.#options;
    rmSync(socket, { force: true });
    const thread = new Worker(new URL('./engine.ts', import.meta.url), {
      workerData: { data, socket },
    });
    this.#thread = thread;
    return new Promise((resolve, reject) => {
      thread.once('error', (cause) => reject(cause));
      thread.once('exit', () => {
        clearInterval(this.#pinging);
        reject(new Error('The database engine ended while it was starting.'));
        this.#startAgain();
      });
      thread.once('message', () => {
        this.#failures = 0;
        this.#watch(thread);
        resolve();
      });
    });
  }

  #startAgain(): void {
    if (this.#isStopping || ++this.#failures > MOST_FAILURES) return;
    this.restarts++;
    console.error(`The database engine ended; starting it again (${this.restarts}).`);
    this.#start().catch((cause: unknown) => console.error(cause));
  }

  #watch(thread: Worker): void {
    let lastAnswer = performance.now();
    thread.on('message', () => (lastAnswer = performance.now()));
    this.#pinging = setInterval(() => {
      if (performance.now() - lastAnswer > this.#options.statementLimit) {
        console.error(`A statement held the database for over ${this.#options.statementLimit} ms.`);
        clearInterval(this.#pinging);
        void thread.terminate();
      } else thread.postMessage('ping');
    }, PING_EVERY);
  }
}
