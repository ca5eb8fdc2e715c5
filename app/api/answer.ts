/** Requests to the route handlers and their responses, in one form. */
import { cleanText } from '@/lib/content/body/clean-text';

/** The query parameters of a request, as cleaned texts. */
export const askedBy = (request: Request): URLSearchParams =>
  new URLSearchParams(
    [...new URL(request.url).searchParams].map(([name, value]) => [name, cleanText(value)]),
  );

/** A JSON response that no cache keeps. */
export function answerJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}

/**
 * A refusal.
 * @param code - stable, for programs
 * @param message - a sentence for developers
 * @param details - further fields of the error
 */
export function refuseJson(
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503,
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): Response {
  return answerJson({ error: { code, message, ...details } }, status);
}

/**
 * Answers with what was read or changed; a failure is logged and answered with 503 and a reason, where the
 * framework would answer 500 without one.
 */
export async function answerWith(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (cause) {
    console.error(cause);
    return refuseJson(503, 'unavailable', 'This cannot be done just now: try again in a minute.');
  }
}
