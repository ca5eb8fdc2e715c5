import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerCommand, commandNamed } from '../../../door';

/** Every command on a picture, by its name: `lib/newsroom/commands/picture`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ image: string; command: string }> },
): Promise<Response> {
  const { image, command } = await params;
  return answerCommand(request, commandNamed(COMMANDS.picture, command), image);
}
