import { beat, presenceSchema } from '@/lib/newsroom/commands/presence';
import { answerResult, changeAs, idOf } from '../../../door';

/** A page says that it is there, and is told who else is. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ article: string }> },
): Promise<Response> {
  const { article } = await params;
  return changeAs(request, presenceSchema, async (user, wish) =>
    answerResult(await beat(user, idOf(article), wish)),
  );
}
