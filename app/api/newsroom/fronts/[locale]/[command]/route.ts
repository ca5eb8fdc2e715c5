import { z } from 'zod';
import { isLocale } from '@/lib/i18n/locales';
import { isFrontCommand, runFrontCommand } from '@/lib/newsroom/commands/curate-front';
import { refuseJson } from '../../../../answer';
import { answerResult, changeAs } from '../../../door';

/** Every command on a front, by its name: `lib/newsroom/commands/curate-front.ts`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string; command: string }> },
): Promise<Response> {
  const { locale, command } = await params;
  // The command itself checks the form of its input.
  return changeAs(request, z.unknown(), async (user, wish) =>
    isLocale(locale) && isFrontCommand(command)
      ? answerResult(await runFrontCommand(command, user, locale, wish))
      : refuseJson(404, 'unknown_command', 'There is no such command.'),
  );
}
