import { SendError } from './send';

/**
 * Reads from the newsroom's routes.
 * @param path - relative to `/api/newsroom/`
 * @throws SendError with the code of the refusal, or `offline` if there was no response
 * @throws the fetch error if `signal` was aborted
 */
export async function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/newsroom/${path}`, { signal: signal ?? null });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new SendError('offline', 'No answer.');
  }
  const answer = (await response.json().catch(() => ({}))) as Answer & {
    error?: { code: string; message: string };
  };
  if (response.ok) return answer;
  const { code = 'failed', message = '' } = answer.error ?? {};
  throw new SendError(code, message);
}
