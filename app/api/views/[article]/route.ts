import { questionOf, webAnswer } from '@/lib/answer';
import { answerViews } from '@/lib/answers/views';

interface Context {
  params: Promise<{ article: string }>;
}

/** The view count of an article. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return webAnswer(await answerViews(questionOf(request), (await params).article));
}

/** Counts one view of a reader, and answers with the new count. */
export const POST = GET;
