/**
 * Lets many connections share PGlite's one session. A connection holds the session from the first message
 * of an exchange until the database says that it is idle, and so through a whole transaction: statements
 * without a name, portals and settings of two connections never mix. (`@electric-sql/pglite-socket` queues
 * single messages, and they do: “bind message supplies 7 parameters, but prepared statement requires 4”.)
 */
import { createServer, type Server, type Socket } from 'node:net';

/** What of PGlite the gate needs. */
export interface Session {
  execProtocolRawStream(
    message: Uint8Array,
    options: { onRawData: (data: Uint8Array) => void },
  ): Promise<void>;
  exec(query: string): Promise<unknown>;
}

/** Milliseconds that a connection may hold the session without sending anything. */
const IDLE_LIMIT = 10_000;

const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
const TERMINATE = 'X'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const IDLE = 'I'.charCodeAt(0);

/** Hands the session from one connection to the next, in the order in which they asked. */
class Turnstile {
  #holder: object | null = null;
  readonly #waiting: { who: object; enter: () => void }[] = [];

  async enter(who: object): Promise<void> {
    if (this.#holder === who) return;
    if (this.#holder === null) {
      this.#holder = who;
      return;
    }
    await new Promise<void>((enter) => this.#waiting.push({ who, enter }));
  }

  leave(who: object): void {
    if (this.#holder !== who) return;
    const next = this.#waiting.shift();
    this.#holder = next?.who ?? null;
    next?.enter();
  }

  isHeldBy(who: object): boolean {
    return this.#holder === who;
  }
}

/** Makes the server; it does not listen yet. */
export function createGate(session: Session): Server {
  const turnstile = new Turnstile();
  return createServer((socket) => {
    const connection = new Connection(socket, session, turnstile);
    socket.setNoDelay(true);
    socket.on('data', (data) => connection.receive(data));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => void connection.close());
  });
}

class Connection {
  readonly #socket: Socket;
  readonly #session: Session;
  readonly #turnstile: Turnstile;
  #buffer: Buffer = Buffer.alloc(0);
  #isStarted = false;
  #isClosed = false;
  #working: Promise<void> | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(socket: Socket, session: Session, turnstile: Turnstile) {
    this.#socket = socket;
    this.#session = session;
    this.#turnstile = turnstile;
  }

  receive(data: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? data : Buffer.concat([this.#buffer, data]);
    this.#working ??= this.#work()
      .catch(() => void this.#socket.destroy())
      .finally(() => {
        this.#working = null;
        // What came while the last message was being answered.
        if (!this.#isClosed && this.#hasMessage()) this.receive(Buffer.alloc(0));
      });
  }

  /** Gives the session back as it was found, whatever the connection was doing. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#working;
    clearTimeout(this.#idle);
    if (!this.#turnstile.isHeldBy(this)) return;
    await this.#session.exec('ROLLBACK').catch(() => {});
    this.#turnstile.leave(this);
  }

  #hasMessage(): boolean {
    const header = this.#isStarted ? 1 : 0;
    return (
      this.#buffer.length >= header + 4 &&
      this.#buffer.length >= header + this.#buffer.readInt32BE(header)
    );
  }

  async #work(): Promise<void> {
    while (!this.#isClosed && this.#hasMessage()) {
      const header = this.#isStarted ? 1 : 0;
      const length = header + this.#buffer.readInt32BE(header);
      const message = this.#buffer.subarray(0, length);
      this.#buffer = this.#buffer.subarray(length);
      if (!this.#isStarted && this.#answerBeforeStart(message)) continue;
      if (this.#isStarted && message[0] === TERMINATE) {
        this.#socket.end();
        return;
      }
      this.#isStarted = true;
      await this.#execute(message);
    }
  }

  /** Requests that come instead of a start: there is no encryption on a local socket, nothing to cancel. */
  #answerBeforeStart(message: Buffer): boolean {
    const code = message.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) this.#socket.write('N');
    else if (code === CANCEL_REQUEST) this.#socket.end();
    else return false;
    return true;
  }

  async #execute(message: Buffer): Promise<void> {
    clearTimeout(this.#idle);
    await this.#turnstile.enter(this);
    let tail: Buffer = Buffer.alloc(0);
    await this.#session.execProtocolRawStream(new Uint8Array(message), {
      onRawData: (data) => {
        const bytes = Buffer.from(data);
        tail = Buffer.concat([tail, bytes]).subarray(-6);
        if (this.#socket.writable) this.#socket.write(bytes);
      },
    });
    const isIdle = tail.length === 6 && tail[0] === READY && tail[5] === IDLE;
    if (isIdle) this.#turnstile.leave(this);
    else this.#idle = setTimeout(() => this.#socket.destroy(), IDLE_LIMIT);
  }
}
