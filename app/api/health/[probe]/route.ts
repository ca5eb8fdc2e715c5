import { webAnswer } from '@/lib/answer';
import { answerHealth } from '@/lib/answers/health';

/** Whether the process lives, and whether it can serve. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ probe: string }> },
): Promise<Response> {
  return webAnswer(await answerHealth((await params).probe));
}
