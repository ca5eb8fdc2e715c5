/**
 * Bodies are held in memory until they have come whole. Each route has its limit (`limits.ts`); what all of
 * them hold together has this one.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RETRY_AFTER } from '../lanes.ts';
import { refuse } from './refusal.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes of all bodies under way. */
const BUDGET = 96 * MEGABYTE;
/** Of these, bytes of bodies that come without a session: the newsroom always finds room beside them. */
const OF_STRANGERS = 8 * MEGABYTE;

export class BodyBudget {
  #all = 0;
  #strangers = 0;

  /** Bytes that are under way. */
  get bytes(): number {
    return this.#all;
  }

  /**
   * Takes what a request announces until its answer has gone out.
   * @returns whether there was room; where there was none, the request has been refused
   */
  admit(request: IncomingMessage, response: ServerResponse, hasSession: boolean): boolean {
    const bytes = Number(request.headers['content-length'] ?? 0);
    if (bytes === 0) return true;
    const strange = hasSession ? 0 : bytes;
    if (this.#all + bytes > BUDGET || this.#strangers + strange > OF_STRANGERS) {
      response.setHeader('retry-after', String(RETRY_AFTER));
      const sentence = 'Too much is being sent just now; please send it again in a moment.';
      refuse(response, { status: 503, sentence, isLast: true });
      return false;
    }
    this.#all += bytes;
    this.#strangers += strange;
    response.once('close', () => {
      this.#all -= bytes;
      this.#strangers -= strange;
    });
    return true;
  }
}
