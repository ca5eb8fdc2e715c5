import type { Answer } from './deliver.ts';

/** Milliseconds that an outsider may take. */
const PATIENCE = 10_000;

/**
 * Sends a request to a service that the operator named, and reads its status as they all mean it: what is
 * too much or broken comes again later, any other refusal does not.
 * @param later - refusals of this service that may pass
 * @throws whatever `fetch` throws for an outsider that is away, resets or hangs
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

/** Retry-After, as seconds or as a date. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
