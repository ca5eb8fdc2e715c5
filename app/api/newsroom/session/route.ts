import { z } from 'zod';
import { emailSchema } from '@/lib/auth/accounts';
import { sessionCookie, tokenIn } from '@/lib/auth/cookie';
import { endSession, signIn } from '@/lib/auth/sessions';
import { CLIENT_ADDRESS } from '@/lib/press/client-address';
import { answerJson, refuseJson } from '../../answer';
import { change, changeAs } from '../door';

const schema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(200),
  code: z.string().max(40).optional(),
});

/** Signs in. */
export function POST(request: Request): Promise<Response> {
  return change(request, schema, async (wish) => {
    const address = request.headers.get(CLIENT_ADDRESS) ?? '';
    const answer = await signIn({ ...wish, address });
    if (!answer.ok) {
      return answer.refusal === 'throttled'
        ? refuseJson(429, 'throttled', 'Too many attempts: wait a quarter of an hour.')
        : refuseJson(401, 'wrong', 'E-mail and password do not go together.');
    }
    const { id, name } = answer.value.user;
    const response = answerJson({ id, name });
    response.headers.set('set-cookie', sessionCookie(answer.value.token));
    return response;
  });
}

/** Signs out here. */
export function DELETE(request: Request): Promise<Response> {
  return changeAs(request, z.strictObject({}), async () => {
    await endSession(tokenIn(request.headers.get('cookie')) ?? '');
    const response = answerJson({});
    response.headers.set('set-cookie', sessionCookie(null));
    return response;
  });
}
