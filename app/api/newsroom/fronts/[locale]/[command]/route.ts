import { isLocale } from '@/lib/i18n/locales';
import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerCommand, commandNamed, noSuchCommand } from '../../../door';

/** Every command on a front, by its name: `lib/newsroom/commands/front`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string; command: string }> },
): Promise<Response> {
  const { locale, command } = await params;
  return isLocale(locale)
    ? answerCommand(request, commandNamed(COMMANDS.front, command), locale)
    : noSuchCommand(request);
}
