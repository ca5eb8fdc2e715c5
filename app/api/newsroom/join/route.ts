import { z } from 'zod';
import { sessionCookie } from '@/lib/auth/cookie';
import { acceptInvitation } from '@/lib/auth/invitations';
import { passwordSchema } from '@/lib/auth/password';
import { answerJson, refuseJson } from '../../answer';
import { change } from '../door';

const schema = z.strictObject({ token: z.string().max(100), password: passwordSchema });

/** Uses a one-time link: sets the password and signs in. */
export function POST(request: Request): Promise<Response> {
  return change(request, schema, async ({ token, password }) => {
    const session = await acceptInvitation(token, password);
    if (session === null) return refuseJson(404, 'ended_link', 'This link is good no more.');
    const response = answerJson({ isSignedIn: true });
    response.headers.set('set-cookie', sessionCookie(session));
    return response;
  });
}
