/**
 * A request and a response that belong to no reader. A public page is requested with nothing but its path:
 * no cookie, header or address of the first reader can get into it, and a reader who leaves does not abort
 * it.
 */
import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http';
import { Socket } from 'node:net';
import { FRONT_HEADER } from '../front-header.ts';

export interface FinishedAnswer {
  status: number;
  header(name: string): string | undefined;
  /** The names of all headers, and all values of one. */
  names(): string[];
  values(name: string): string | readonly string[] | undefined;
  body: Buffer;
}

class CollectedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly whole: Promise<Buffer>;
  #finish!: (body: Buffer) => void;

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = new Promise((resolve) => (this.#finish = resolve));
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null) ?? {};
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value as string);
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#collect(chunk, rest[0]);
    callbackOf(rest)?.();
    return true;
  }

  override end(...parts: unknown[]): this {
    if (typeof parts[0] !== 'function') this.#collect(parts[0], parts[1]);
    this.#finish(Buffer.concat(this.#chunks));
    this.emit('finish');
    this.emit('close');
    callbackOf(parts)?.();
    return this;
  }

  #collect(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') {
      this.#chunks.push(
        Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8'),
      );
    } else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

const callbackOf = (parts: unknown[]) =>
  parts.find((part): part is () => void => typeof part === 'function');

/**
 * Sends a request for one address to a request listener, without any client's data.
 * @param listener - the framework's handler
 * @param path - the address, from `/`
 * @param host - the value of the Host header
 */
export async function askDetached(
  listener: RequestListener,
  path: string,
  host: string,
): Promise<FinishedAnswer> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = path;
  request.headers = { host, [FRONT_HEADER]: '1' };
  request.push(null);
  return askAs(listener, request);
}

/** Passes a client's own request to a request listener, and waits for the complete response. */
export async function askAs(
  listener: RequestListener,
  request: IncomingMessage,
): Promise<FinishedAnswer> {
  const response = new CollectedResponse(request);
  await listener(request, response);
  const body = await response.whole;
  const values = (name: string) => {
    const value = response.getHeader(name);
    return typeof value === 'number' ? String(value) : value;
  };
  return {
    status: response.statusCode,
    // The framework sets Location twice for a redirect that a page makes: one is enough.
    header: (name) => [values(name)].flat()[0],
    names: () => response.getHeaderNames(),
    values,
    body,
  };
}
