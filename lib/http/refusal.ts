/**
 * The refusals of the door: a status line, a sentence for the client, and no further details of the portal.
 */
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from '../answer.ts';
import { BARE_POLICY } from '../page-cache/finish/policy.ts';

export interface Refusal {
  status: number;
  /** The reason, and what would be accepted. */
  sentence: string;
  /** Whether the connection is closed after the response: what follows may be a body that nobody reads. */
  isLast?: boolean;
}

/** The refusal of an address whose bytes are no text. */
export const UNDECODABLE: Refusal = {
  status: 400,
  sentence: 'The bytes of this address are no text (UTF-8).',
};

const textOf = ({ status, sentence }: Refusal): string =>
  `${status} ${STATUS_CODES[status] ?? ''}. ${sentence}\n`;

/**
 * Milliseconds for which data of a refused client is still read and discarded: if the connection were
 * closed at once, the client might never read the reason.
 */
const LINGER = 2000;

/** The response to a refused request. */
export const answerOfRefusal = (refusal: Refusal): Answer & { body: string } => ({
  status: refusal.status,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': BARE_POLICY,
  },
  body: textOf(refusal),
});

/** Refuses a request that was parsed. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  const { headers, body: text } = answerOfRefusal(refusal);
  if (refusal.isLast) response.shouldKeepAlive = false;
  response.writeHead(refusal.status, { ...headers, 'content-length': Buffer.byteLength(text) });
  const request = response.req;
  if (!refusal.isLast || request.complete) return void response.end(text);
  response.write(text);
  const lingering = setTimeout(() => response.end(), LINGER);
  request.resume().once('close', () => {
    clearTimeout(lingering);
    response.end();
  });
}

/** Refuses data that never became a request, and closes the connection. */
export function refuseConnection(socket: Duplex, refusal: Refusal): void {
  const text = textOf(refusal);
  endConnection(
    socket,
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}\r\n` +
      'Content-Type: text/plain; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(text)}\r\n` +
      'Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n' +
      `Content-Security-Policy: ${BARE_POLICY}\r\nConnection: close\r\n\r\n${text}`,
  );
}

/**
 * Sends the last data of a connection, then closes it.
 * @param last - raw bytes as text; '' for none
 */
export function endConnection(socket: Duplex, last: string): void {
  socket.end(last);
  const lingering = setTimeout(() => socket.destroy(), LINGER);
  socket.resume().once('close', () => clearTimeout(lingering));
}
