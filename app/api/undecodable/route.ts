import { webAnswer } from '@/lib/answer';
import { answerOfRefusal, UNDECODABLE } from '@/lib/http/refusal';
import { bareUrl } from '@/lib/page-tags';
import { formerTarget } from '../../leave-moved';

/**
 * Every address whose bytes are no text: without the door `lib/http/prepare-requests.ts` leads it here, since
 * the framework itself would answer it with 500.
 */
export async function GET(): Promise<Response> {
  const url = bareUrl();
  const to = url === null ? null : await formerTarget(url).catch(() => null);
  if (to !== null) return new Response(null, { status: 308, headers: { location: to } });
  return webAnswer(answerOfRefusal(UNDECODABLE));
}
export { GET as POST, GET as PUT, GET as PATCH, GET as DELETE };
