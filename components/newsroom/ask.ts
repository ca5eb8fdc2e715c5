import { request } from './send';

/**
 * Reads from the newsroom's routes.
 * @param path - relative to `/api/newsroom/`
 * @throws SendError with the code of the refusal, or `offline` if there was no response
 * @throws the fetch error if `signal` was aborted
 */
export const ask = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  request(path, { signal: signal ?? null });
