import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

/**
 * The file with which IndexNow verifies the owner of the site. Its public address is `/<key>.txt`, which
 * `next.config.ts` rewrites.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return webAnswer(await answerFile(questionOf(request), `/${(await params).key}.txt`));
}
