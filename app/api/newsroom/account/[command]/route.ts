import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerOwnCommand, commandNamed } from '../../door';

/** Every command on the user's own account, by its name: `lib/newsroom/commands/account`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ command: string }> },
): Promise<Response> {
  const { command } = await params;
  return answerOwnCommand(request, commandNamed(COMMANDS.account, command));
}
