import { listPeople } from '@/lib/desk/list-people';
import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerCommand, answerResult, readAs } from '../door';

export function GET(request: Request): Promise<Response> {
  return readAs(request, async (user) => answerResult(await listPeople(user)));
}

/** Adds a person; the invitation is sent by mail, or its link is returned. */
export const POST = (request: Request): Promise<Response> =>
  answerCommand(request, COMMANDS.new.people, null);
