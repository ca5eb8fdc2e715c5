import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerCommand, commandNamed, idOf } from '../../../door';

/** Every command on an account, by its name: `lib/newsroom/commands/person`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ person: string; command: string }> },
): Promise<Response> {
  const { person, command } = await params;
  return answerCommand(request, commandNamed(COMMANDS.person, command), idOf(person));
}
