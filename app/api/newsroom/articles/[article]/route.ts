import { readWorkingArticle } from '@/lib/desk/read-article';
import { answerJson } from '../../../answer';
import { idOf, readAs, refuse } from '../../door';

/** An article with its newest revision. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ article: string }> },
): Promise<Response> {
  const { article } = await params;
  return readAs(request, async (user) => {
    const found = await readWorkingArticle(user, idOf(article));
    return found ? answerJson(found) : refuse('missing', 'No such article.');
  });
}
