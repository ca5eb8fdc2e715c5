import { z } from 'zod';
import { isMediaCommand, runMediaCommand } from '@/lib/newsroom/commands/media-commands';
import { refuseJson } from '../../../../answer';
import { answerResult, changeAs } from '../../../door';

/** Every command on a picture, by its name: `lib/newsroom/commands/media-commands.ts`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ image: string; command: string }> },
): Promise<Response> {
  const { image, command } = await params;
  // The command itself checks the form of its input.
  return changeAs(request, z.unknown(), async (user, wish) =>
    isMediaCommand(command)
      ? answerResult(await runMediaCommand(command, user, image, wish))
      : refuseJson(404, 'unknown_command', 'There is no such command.'),
  );
}
