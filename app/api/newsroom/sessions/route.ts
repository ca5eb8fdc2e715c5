import { sessionCookie } from '@/lib/accounts/cookie';
import { endAllSessions } from '@/lib/accounts/sessions';
import { ENTRIES } from '@/lib/newsroom/commands/entries';
import { answerJson } from '../../answer';
import { changeAsOneself } from '../door';

/** Signs out everywhere: ends all of the user's sessions. */
export function DELETE(request: Request): Promise<Response> {
  return changeAsOneself(request, ENTRIES['DELETE sessions'], async (user) => {
    await endAllSessions(user.id);
    const response = answerJson({});
    response.headers.set('set-cookie', sessionCookie(null));
    return response;
  });
}
