/** The PostgreSQL server of one cluster, as a child process of its owner: starts, restarts and stops it. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '../../errors.ts';
import { lastLines } from './last-lines.ts';
import { socketIn } from './places.ts';
import { ENVIRONMENT, programOf, type Programs } from './programs.ts';
import type { Runner } from './runner.ts';
import { configurationOf, parametersOf } from './settings.ts';

export interface ServerOptions {
  cluster: string;
  run: string;
  programs: Programs;
  runner: Runner;
  /** PostgreSQL's log file, and its descriptor. */
  log: { path: string; descriptor: number };
  say: (sentence: string) => void;
  /** Called when it died and could not be started again. */
  onGone?: (cause: unknown) => void;
}

const LOOK_EVERY = 20;
/** Milliseconds of a start after which a message says that it takes long. */
const LONG = 1500;
/** Milliseconds that connections have to end at a stop before they are cut off. */
const STOP_LIMIT = 15_000;
/** Milliseconds for which the processes of a killed server may still hold its shared memory. */
const HELD_LIMIT = 10_000;
/** Maximum number of consecutive failed starts. */
const MOST_FAILURES = 3;

/** Starts PostgreSQL on a cluster. */
export class ServerProcess {
  /** How often it died and was restarted. */
  restarts = 0;
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #isStopping = false;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /**
   * Starts it and waits until it accepts connections, however long its recovery takes.
   * @throws CodedError `embedded_database` or `disk_full` with the end of its log
   */
  async start(): Promise<void> {
    await this.#endOrphan();
    const { cluster, programs, runner } = this.#options;
    const configuration = join(cluster, 'caliber.conf');
    try {
      writeFileSync(configuration, configurationOf(programs.major));
      if (runner.user) chownSync(configuration, runner.user.uid, runner.user.gid);
    } catch (cause) {
      // The disk is full: the file from the last start will do.
      if (!existsSync(configuration)) throw cause;
    }
    const deadline = performance.now() + HELD_LIMIT;
    for (;;) {
      const failure = await this.#tryStart();
      if (failure === null) break;
      const isHeld = /shared memory block|lock file .*already exists/.test(failure);
      if (!isHeld || performance.now() > deadline || this.#isStopping) throw failed(failure);
      await sleep(LOOK_EVERY * 5);
    }
    this.#child?.once('exit', () => void this.#startAgain());
  }

  /** Stops it: connections are closed, and all data is on the disk. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT);
    await ended;
    clearTimeout(timer);
  }

  /** @returns null once it is ready, or its last log lines if it ended instead */
  async #tryStart(): Promise<string | null> {
    const { cluster, run, programs, runner, log, say } = this.#options;
    const from = logSize(log.path);
    const [command = '', ...rest] = [
      ...runner.before,
      programOf(programs, 'postgres'),
      '-D',
      cluster,
      ...parametersOf(run),
    ];
    const child: ChildProcess = spawn(command, rest, {
      cwd: '/',
      env: ENVIRONMENT,
      stdio: ['ignore', log.descriptor, log.descriptor],
      ...runner.user,
    });
    this.#child = child;
    let failure: string | undefined;
    child.once('error', (cause) => (failure = cause.message));
    const startedAt = performance.now();
    let hasSaid = false;
    for (;;) {
      if (failure !== undefined) return failure;
      if (child.exitCode !== null || child.signalCode !== null) return lastLines(log.path, from);
      if (statusOf(cluster, child.pid) === 'ready') break;
      if (!hasSaid && performance.now() - startedAt > LONG) {
        hasSaid = true;
        say(
          'The database was not shut down cleanly, or its disk is slow: PostgreSQL is recovering.',
        );
      }
      await sleep(LOOK_EVERY);
    }
    if (hasSaid) {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      say(`The database has recovered, after ${seconds} s.`);
    }
    return null;
  }

  async #startAgain(): Promise<void> {
    for (let failures = 0; !this.#isStopping; failures++) {
      this.restarts++;
      this.#options.say(`The database's process ended; it is started again (${this.restarts}).`);
      try {
        return await this.start();
      } catch (cause) {
        if (failures + 1 >= MOST_FAILURES) return this.#options.onGone?.(cause);
        await sleep(1000);
      }
    }
  }

  /**
   * A pid file with the pid of another program would keep PostgreSQL from starting. It is not removed:
   * PostgreSQL reads in its last lines whether processes of the previous server still hold the shared memory.
   */
  #freePidFile(): void {
    const pid = pidOf(this.#options.cluster);
    const file = join(this.#options.cluster, 'postmaster.pid');
    // A power cut may leave an empty file.
    if (pid === null) return rmSync(file, { force: true });
    const [, ...rest] = linesOf(this.#options.cluster);
    // PostgreSQL ignores the pid of its own parent.
    if (isAlive(pid)) writeFileSync(file, [process.pid, ...rest].join('\n'));
  }

  /**
   * Stops a server that outlived its owner, and repairs a pid file whose process is gone or is another
   * program.
   */
  async #endOrphan(): Promise<void> {
    const { cluster, run } = this.#options;
    const pid = pidOf(cluster);
    if (pid !== null && isServerOf(pid, cluster)) {
      process.kill(pid, 'SIGINT');
      const deadline = performance.now() + STOP_LIMIT;
      while (isServerOf(pid, cluster)) {
        if (performance.now() > deadline) process.kill(pid, 'SIGQUIT');
        await sleep(LOOK_EVERY);
      }
    } else if (await answers(socketIn(run))) {
      throw new CodedError(
        'embedded_database',
        `A PostgreSQL that is no process of this machine (another container's?) has ${cluster} open: stop it first.`,
      );
    }
    this.#freePidFile();
  }
}

function failed(said: string): CodedError {
  return /No space left on device/.test(said)
    ? new CodedError(
        'disk_full',
        `The database can't start, since its disk is full: free some space; it then goes on where it was. (${said})`,
      )
    : new CodedError('embedded_database', `The database did not start: ${said}`);
}

const logSize = (path: string): number => (existsSync(path) ? readFileSync(path).length : 0);

/**
 * Lines of `postmaster.pid`: pid, folder, start time, port, socket folder, address, shared memory key,
 * status.
 */
function linesOf(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The server's status line, once it is that of the process that we started. */
function statusOf(cluster: string, pid: number | undefined): string | undefined {
  const lines = linesOf(cluster);
  return Number(lines[0]) === pid ? lines[7]?.trim() : undefined;
}

function pidOf(cluster: string): number | null {
  const pid = Number(linesOf(cluster)[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** Whether a process is a PostgreSQL server on this cluster; the pid alone may have been reused. */
function isServerOf(pid: number, cluster: string): boolean {
  const command = existsSync('/proc/self/cmdline')
    ? readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command.includes('postgres') && command.includes(` ${cluster} `);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // The process exists, but belongs to a user whom we may not signal.
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
