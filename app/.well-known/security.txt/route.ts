import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

/** Where security faults are reported (RFC 9116). */
export async function GET(request: Request): Promise<Response> {
  return webAnswer(await answerFile(questionOf(request), '/.well-known/security.txt'));
}
