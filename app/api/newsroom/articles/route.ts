import { createSchema } from '@/lib/newsroom/commands/commands';
import { createArticle } from '@/lib/newsroom/commands/write-articles';
import { answerResult, changeAs } from '../door';

/** Creates an article. */
export function POST(request: Request): Promise<Response> {
  return changeAs(request, createSchema, async (user, wish) =>
    answerResult(await createArticle(user, wish)),
  );
}
