import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyTime } from './limits.ts';
import { refuse } from '../refusal.ts';

/** Ends a request whose body does not arrive in time (`bodyTime`). */
export function limitBodyTime(request: IncomingMessage, response: ServerResponse): void {
  const time = bodyTime(request);
  if (time === 0) return;
  const late = setTimeout(() => {
    if (response.headersSent) return void request.destroy();
    const sentence = `The body did not come within ${time / 1000} s.`;
    refuse(response, { status: 408, sentence, isLast: true });
    response.once('finish', () => request.destroy());
  }, time).unref();
  const rest = () => clearTimeout(late);
  request.once('end', rest);
  response.once('close', rest);
}
