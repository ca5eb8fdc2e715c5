import { z } from 'zod';
import { personSchema } from '@/lib/accounts/accounts';
import { LOCALES } from '@/lib/i18n/locales';
import { invitePerson, listPeople } from '@/lib/newsroom/commands/people';
import { answerJson } from '../../answer';
import { deliverLink } from '../deliver-link';
import { answerResult, changeAs, readAs } from '../door';

export function GET(request: Request): Promise<Response> {
  return readAs(request, async (user) => answerResult(await listPeople(user)));
}

/** Adds a person; the invitation is sent by mail, or its link is returned. */
export function POST(request: Request): Promise<Response> {
  const schema = personSchema.extend({ mailLocale: z.enum(LOCALES) });
  return changeAs(request, schema, async (user, { mailLocale, ...person }) => {
    const result = await invitePerson(user, person);
    return result.ok
      ? answerJson(await deliverLink(result.value, mailLocale))
      : answerResult(result);
  });
}
