import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

/** Which crawlers may read what. */
export async function GET(request: Request): Promise<Response> {
  return webAnswer(await answerFile(questionOf(request), '/robots.txt'));
}
