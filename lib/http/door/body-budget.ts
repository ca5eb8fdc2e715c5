/**
 * Bodies are held in memory until they are complete. Each route has its own limit (`limits.ts`); this is
 * the limit of all bodies together.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RETRY_AFTER } from '../../lanes.ts';
import { refuse } from '../refusal.ts';

const MEGABYTE = 1024 * 1024;
/** Most bytes of all bodies in progress. */
const BUDGET = 96 * MEGABYTE;
/** Of these, most bytes of bodies without a session: the newsroom always finds room beside them. */
const OF_STRANGERS = 8 * MEGABYTE;

export class BodyBudget {
  #all = 0;
  #strangers = 0;

  /** Bytes of the bodies in progress. */
  get bytes(): number {
    return this.#all;
  }

  /**
   * Reserves the announced length of a body until the response is closed.
   * @param hasSession - bodies without a session have a smaller share
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
