import { personSchema } from '@/lib/auth/accounts';
import { invitePerson, listPeople } from '@/lib/newsroom/people';
import { answerResult, changeAs, readAs } from '../door';

export function GET(request: Request): Promise<Response> {
  return readAs(request, async (user) => answerResult(await listPeople(user)));
}

/** Adds somebody, or changes who they are, and answers a one-time link's token. */
export function POST(request: Request): Promise<Response> {
  return changeAs(request, personSchema, async (user, person) =>
    answerResult(await invitePerson(user, person)),
  );
}
