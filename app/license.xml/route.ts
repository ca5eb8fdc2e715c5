import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

/** The licence of the content, in Really Simple Licensing (RSL). */
export async function GET(request: Request): Promise<Response> {
  return webAnswer(await answerFile(questionOf(request), '/license.xml'));
}
