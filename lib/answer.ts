/**
 * A response as data, so that one function answers both ways: a route handler of the framework sends it as a
 * web `Response`, a short cut in front of the framework sends it over `node:http`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The parts of a request that an answer may depend on; a request of `node:http` is one. */
export type Question = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export interface Answer {
  status: number;
  /** By lowercase name. */
  headers: Readonly<Record<string, string>>;
  /** A stream is one of bytes; it is destroyed where it is not sent, as for HEAD. */
  body?: string | Uint8Array | Readable;
}

/** Creates an {@link Answer} in JSON that no cache keeps. */
export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

/**
 * Creates a refusal in JSON.
 * @param code - stable, for programs
 * @param message - a sentence for developers
 */
export const jsonRefusal = (status: number, code: string, message: string): Answer =>
  jsonAnswer(status, { error: { code, message } });

/**
 * Sends an answer over `node:http`; headers that were set on the response before are kept.
 * @throws the error of a stream that could not be read or sent to its end
 */
export async function sendAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
): Promise<void> {
  const isHead = response.req.method === 'HEAD';
  const length = typeof body === 'string' ? Buffer.byteLength(body) : bytesOf(body);
  response.writeHead(
    status,
    length === undefined ? headers : { ...headers, 'content-length': length },
  );
  if (!(body instanceof Readable)) return void response.end(isHead ? undefined : body);
  if (isHead) {
    body.destroy();
    return void response.end();
  }
  await pipeline(body, response).catch((cause: NodeJS.ErrnoException) => {
    body.destroy();
    if (!DISCONNECTED.has(cause.code ?? '')) throw cause;
  });
}

/** A client that disconnects, before its answer or during it, is no fault. */
const DISCONNECTED = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE']);

const bytesOf = (body: Answer['body']): number | undefined =>
  body instanceof Uint8Array ? body.byteLength : undefined;

/** The question in a web `Request`. */
export function questionOf(request: Request): Question {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    headers: Object.fromEntries(request.headers),
  };
}

/** An answer as a web `Response`; the framework leaves out the body for HEAD. */
export function webAnswer({ status, headers, body }: Answer): Response {
  if (body instanceof Readable)
    return new Response(Readable.toWeb(body) as ReadableStream, { status, headers });
  return new Response((body ?? null) as BodyInit | null, { status, headers });
}
