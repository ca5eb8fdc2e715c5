import type { Answer } from '../events/deliver.ts';

/** Milliseconds that an external service may take to answer. */
const PATIENCE = 10_000;

/**
 * Sends a request to an external service that the operator configured, and interprets its status: 429 and a
 * server error are retried later, any other refusal is not.
 * @param later - further statuses of this service that are temporary
 * @param patience - milliseconds to wait for the answer
 * @throws what `fetch` throws for a service that is unreachable, resets the connection or takes too long
 */
export async function askOutsider(
  url: string,
  init: RequestInit,
  { later = [], patience = PATIENCE }: { later?: readonly number[]; patience?: number } = {},
): Promise<Answer> {
  const answer = await fetch(url, {
    ...init,
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  await answer.body?.cancel();
  if (answer.ok) return { kind: 'delivered' };
  const reason = `${new URL(url).host} answered ${answer.status}`;
  if (answer.status === 429 || answer.status >= 500 || later.includes(answer.status))
    return { kind: 'later', reason, seconds: secondsOf(answer.headers.get('retry-after')) };
  return { kind: 'refused', reason };
}

/** Retry-After in seconds; the header has seconds or a date. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
