import type { NewestText } from '@/lib/content/draft/draft';

/** A refusal returned by the newsroom's routes, or the failure to reach them (`offline`). */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly code: string;
  /** With `stale`: the newest version. */
  readonly version: number | undefined;

  /** With `stale`, where it is known: the newest text. */
  readonly newest: NewestText | undefined;

  constructor(code: string, message: string, version?: number, newest?: NewestText) {
    super(message);
    this.code = code;
    this.version = version;
    this.newest = newest;
  }
}

/**
 * Sends a change to the newsroom's routes.
 * @param path - relative to `/api/newsroom/`
 * @param wish - the request body, sent as JSON
 * @throws SendError with the code of the refusal, or `offline` if there was no response
 */
export async function send<Answer>(
  method: 'POST' | 'DELETE',
  path: string,
  wish: unknown = {},
  options: Pick<RequestInit, 'signal' | 'keepalive'> = {},
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/newsroom/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
      ...options,
    });
  } catch {
    throw new SendError('offline', 'No answer.');
  }
  const answer = (await response.json().catch(() => ({}))) as Answer & {
    error?: { code: string; message: string; version?: number; newest?: NewestText };
  };
  if (response.ok) return answer;
  const { code = 'failed', message = '', version, newest } = answer.error ?? {};
  throw new SendError(code, message, version, newest);
}
