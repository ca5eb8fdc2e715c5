import { beat, presenceSchema } from '@/lib/newsroom/commands/presence';
import { answerResult, changeAs, idOf } from '../../../door';

/** A client reports that it has the article open, and gets who else has. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ article: string }> },
): Promise<Response> {
  const { article } = await params;
  return changeAs(request, presenceSchema, async (user, wish) =>
    answerResult(await beat(user, idOf(article), wish)),
  );
}
