import { SendError } from './send';

/**
 * Reads from the newsroom's routes.
 * @param path - from `/api/newsroom/` on
 * @throws SendError as `send` does
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
