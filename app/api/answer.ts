/** Answers of the route handlers, in one form. */

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
