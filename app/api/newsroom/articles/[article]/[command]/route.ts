import { z } from 'zod';
import { isCommand, runCommand } from '@/lib/newsroom/commands/commands';
import { refuseJson } from '../../../../answer';
import { answerResult, changeAs, idOf } from '../../../door';

/** Every command on an article, by its name: `lib/newsroom/commands/commands.ts`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ article: string; command: string }> },
): Promise<Response> {
  const { article, command } = await params;
  // The command itself checks the form of its input.
  return changeAs(request, z.unknown(), async (user, wish) =>
    isCommand(command)
      ? answerResult(await runCommand(command, user, idOf(article), wish))
      : refuseJson(404, 'unknown_command', 'There is no such command.'),
  );
}
