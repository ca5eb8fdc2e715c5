/** Questions to the route handlers and their answers, in one form. */
import { cleanText } from '@/lib/content/body/clean-text';

/** What a request's address asks, in clean texts. */
export const askedBy = (request: Request): URLSearchParams =>
  new URLSearchParams(
    [...new URL(request.url).searchParams].map(([name, value]) => [name, cleanText(value)]),
  );

/** JSON that no cache keeps. */
export function answerJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}

/** A refusal: a stable code for programs and a sentence for people who build on it. */
export function refuseJson(
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503,
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): Response {
  return answerJson({ error: { code, message, ...details } }, status);
}

/**
 * Answers with what was read or changed; what fails is told as 503 with a reason, where the framework would
 * say 500 and nothing.
 */
export async function answerWith(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (cause) {
    console.error(cause);
    return refuseJson(503, 'unavailable', 'This cannot be done just now: try again in a minute.');
  }
}
