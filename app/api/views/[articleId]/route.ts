import { isArticleVisible } from '@/lib/publication/is-visible';
import { viewCounter } from '@/lib/views/counter';
import { answerJson, refuseJson } from '../../answer';

interface Context {
  params: Promise<{ articleId: string }>;
}

/** The present count, without counting. */
export function GET(_request: Request, context: Context): Promise<Response> {
  return answerViews(context, () => {});
}

/** Counts one view of a reader, and answers the present count. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
  if (site !== 'same-origin') {
    return refuseJson(403, 'foreign_origin', 'A view is counted from the article’s own page only.');
  }
  return answerViews(context, (articleId) => {
    viewCounter().count(articleId, {
      address: request.headers.get('x-caliber-address') ?? '',
      userAgent: request.headers.get('user-agent') ?? '',
      purpose: request.headers.get('sec-purpose') ?? '',
    });
  });
}

async function answerViews(
  { params }: Context,
  count: (articleId: number) => void,
): Promise<Response> {
  const { articleId } = await params;
  if (!/^[1-9]\d{0,8}$/.test(articleId)) {
    return refuseJson(400, 'malformed_id', 'An article’s id is a whole number.');
  }
  const id = Number(articleId);
  if (!(await isArticleVisible(id)))
    return refuseJson(404, 'unknown_article', 'There is no such article.');
  count(id);
  return answerJson({ views: await viewCounter().views(id) });
}
