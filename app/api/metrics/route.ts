import { questionOf, webAnswer } from '@/lib/answer';
import { running } from '@/lib/answers/running';

/** The process's metrics, in the format of Prometheus. */
export async function GET(request: Request): Promise<Response> {
  return webAnswer(await running().metrics(questionOf(request)));
}
