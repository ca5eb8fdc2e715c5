import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { changePerson, isPeopleCommand, type MadeLink } from '@/lib/newsroom/commands/people';
import { answerJson, refuseJson } from '../../../../answer';
import { deliverLink } from '../../../deliver-link';
import { answerResult, changeAs, idOf } from '../../../door';

const linkSchema = z.strictObject({ mailLocale: z.enum(LOCALES) });

/** Every command on an account, by its name: `lib/newsroom/commands/people.ts`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ person: string; command: string }> },
): Promise<Response> {
  const { person, command } = await params;
  const id = idOf(person);
  if (command === 'link') {
    return changeAs(request, linkSchema, async (user, { mailLocale }) => {
      const result = await changePerson('link', user, id, {});
      return result.ok
        ? answerJson(await deliverLink(result.value as MadeLink, mailLocale))
        : answerResult(result);
    });
  }
  // The command itself checks the form of its input.
  return changeAs(request, z.unknown(), async (user, wish) =>
    isPeopleCommand(command)
      ? answerResult(await changePerson(command, user, id, wish))
      : refuseJson(404, 'unknown_command', 'There is no such command.'),
  );
}
