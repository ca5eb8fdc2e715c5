/**
 * Answers requests that Node's parser refuses, and CONNECT requests, which nothing here accepts: each gets
 * a reason.
 */
import type { Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { HEAD_TIME, MOST_ADDRESS, MOST_HEAD } from './limits.ts';
import { endConnection, refuseConnection, type Refusal } from '../refusal.ts';

interface ParseError extends Error {
  code?: string;
  /** The bytes at which the parser stopped. */
  rawPacket?: Buffer;
}

/**
 * Answers data that never becomes a request.
 * @param onRefused - called with the status of each answer
 */
export function answerBadRequests(server: Server, onRefused: (status: number) => void): void {
  const refused = new WeakSet<Duplex>();
  const refuse = (socket: Duplex, refusal: Refusal) => {
    refused.add(socket);
    onRefused(refusal.status);
    refuseConnection(socket, refusal);
  };
  server.on('clientError', (error: ParseError, socket) => {
    // What a refused client still sends is not a request either.
    if (refused.has(socket)) return;
    // A client that has closed the connection cannot receive an answer.
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    // An answer was already sent on this connection: a refusal must not look like a second one.
    if (wasAnswered(socket)) return endConnection(socket, '');
    refuse(socket, refusalFor(error));
  });
  server.on('connect', (_, socket) => {
    socket.on('error', () => socket.destroy());
    refuse(socket, { status: 501, sentence: 'This is no proxy: it opens no tunnel.' });
  });
}

const wasAnswered = (socket: Duplex): boolean =>
  socket instanceof Socket && socket.bytesWritten > 0;

function refusalFor({ code, rawPacket }: ParseError): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return isLongAddress(rawPacket)
        ? { status: 414, sentence: `An address has at most ${MOST_ADDRESS} bytes.` }
        : { status: 431, sentence: `A request’s headers have at most ${MOST_HEAD} bytes.` };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, sentence: `The request did not come within ${HEAD_TIME / 1000} s.` };
    default:
      return { status: 400, sentence: 'This is not a request of HTTP/1.1.' };
  }
}

/** Whether the request line alone was too long. */
const isLongAddress = (packet: Buffer | undefined): boolean =>
  packet !== undefined &&
  /^[A-Z]{3,8} /.test(packet.toString('latin1', 0, 10)) &&
  packet.length > MOST_ADDRESS &&
  !packet.subarray(0, MOST_ADDRESS).includes('\n');
