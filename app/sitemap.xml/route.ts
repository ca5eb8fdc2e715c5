import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

/** The index of all sitemaps. */
export async function GET(request: Request): Promise<Response> {
  return webAnswer(await answerFile(questionOf(request), '/sitemap.xml'));
}
