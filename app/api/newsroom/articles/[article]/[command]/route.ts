import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerCommand, commandNamed, idOf } from '../../../door';

/** Every command on an article, by its name: `lib/newsroom/commands/article`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ article: string; command: string }> },
): Promise<Response> {
  const { article, command } = await params;
  return answerCommand(request, commandNamed(COMMANDS.article, command), idOf(article));
}
