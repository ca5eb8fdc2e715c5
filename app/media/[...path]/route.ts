import { questionOf, webAnswer } from '@/lib/answer';
import { answerMedia } from '@/lib/answers/media';

/** A picture or a share card. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  return webAnswer(await answerMedia(questionOf(request), `/${(await params).path.join('/')}`));
}
