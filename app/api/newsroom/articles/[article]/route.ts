import { readWorkingArticle } from '@/lib/desk/read-article';
import { answerJson, refuseJson } from '../../../answer';
import { idOf, readAs } from '../../door';

/** An article with its newest revision. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ article: string }> },
): Promise<Response> {
  const { article } = await params;
  return readAs(request, async (user) => {
    const found = await readWorkingArticle(user, idOf(article));
    return found ? answerJson(found) : refuseJson(404, 'missing', 'No such article.');
  });
}
