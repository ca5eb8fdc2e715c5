import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

/** How a device installs the site as an application. */
export async function GET(request: Request): Promise<Response> {
  return webAnswer(await answerFile(questionOf(request), '/manifest.webmanifest'));
}
