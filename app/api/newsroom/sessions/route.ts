import { z } from 'zod';
import { sessionCookie } from '@/lib/accounts/cookie';
import { endAllSessions } from '@/lib/accounts/sessions';
import { answerJson } from '../../answer';
import { changeAsOneself } from '../door';

/** Signs out everywhere: ends all of the user's sessions. */
export function DELETE(request: Request): Promise<Response> {
  return changeAsOneself(request, z.strictObject({}), async (user) => {
    await endAllSessions(user.id);
    const response = answerJson({});
    response.headers.set('set-cookie', sessionCookie(null));
    return response;
  });
}
