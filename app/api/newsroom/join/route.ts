import { deviceCookie, knownDeviceIn, sessionCookie } from '@/lib/accounts/cookie';
import { deviceOf } from '@/lib/accounts/device';
import { acceptInvitation, readInvitation, signInByLink } from '@/lib/accounts/invitations';
import { knownDeviceFor } from '@/lib/accounts/known-device';
import { isGuessable } from '@/lib/accounts/password';
import { ENTRIES, type EntryAnswers } from '@/lib/newsroom/commands/entries';
import { answerJson } from '../../answer';
import { change, refuse } from '../door';

/** Uses a one-time link: sets the password and signs in, except for an account with a second factor. */
export function POST(request: Request): Promise<Response> {
  return change(request, ENTRIES['POST join'], async ({ token, password }) => {
    const invited = await readInvitation(token);
    if (invited && (await isGuessable(password, [invited.email, invited.name])))
      return refuse('common_password', 'It is among the first that guessers try.');
    const userId = await acceptInvitation(token, password);
    if (userId === null) return refuse('ended_link', 'This link is good no more.');
    const session = await signInByLink(userId, deviceOf(request.headers.get('user-agent')));
    const response = answerJson({
      isSignedIn: session !== null,
    } satisfies EntryAnswers['POST join']);
    if (session && invited) {
      const known = knownDeviceIn(request.headers.get('cookie'));
      response.headers.append('set-cookie', sessionCookie(session));
      response.headers.append('set-cookie', deviceCookie(knownDeviceFor(invited.email, known)));
    }
    return response;
  });
}
