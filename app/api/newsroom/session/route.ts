import { deviceCookie, knownDeviceIn, sessionCookie } from '@/lib/accounts/cookie';
import { deviceOf } from '@/lib/accounts/device';
import { endSession, signIn } from '@/lib/accounts/sessions';
import type { RefusalCode, RouteRefusal } from '@/lib/content/desk/refusals';
import { ENTRIES, type EntryAnswers } from '@/lib/newsroom/commands/entries';
import { CLIENT_ADDRESS } from '@/lib/http/client-address';
import { answerJson, refuseJson } from '../../answer';
import { change, changeAsOneself, tokenOf } from '../door';

const REFUSALS = {
  throttled: [429, 'throttled', 'Too many attempts: wait a quarter of an hour.'],
  wrong: [401, 'wrong', 'E-mail and password do not go together.'],
  second_factor: [401, 'second_factor', 'This account asks for a code as well.'],
  wrong_code: [401, 'wrong_code', 'The code is not right, or was used already.'],
} as const satisfies Record<string, [number, RefusalCode | RouteRefusal, string]>;

/** Signs in. */
export function POST(request: Request): Promise<Response> {
  return change(request, ENTRIES['POST session'], async (input) => {
    const address = request.headers.get(CLIENT_ADDRESS) ?? '';
    const device = deviceOf(request.headers.get('user-agent'));
    const known = knownDeviceIn(request.headers.get('cookie'));
    const answer = await signIn({ ...input, address, known, device });
    if (!answer.ok) {
      const [status, code, message] = REFUSALS[answer.refusal];
      return refuseJson(status, code, message);
    }
    const { id, name } = answer.value.user;
    const response = answerJson({ id, name } satisfies EntryAnswers['POST session']);
    response.headers.append('set-cookie', sessionCookie(answer.value.token));
    response.headers.append('set-cookie', deviceCookie(answer.value.known));
    return response;
  });
}

/** Signs out: ends this session. */
export function DELETE(request: Request): Promise<Response> {
  return changeAsOneself(request, ENTRIES['DELETE session'], async () => {
    await endSession(tokenOf(request));
    const response = answerJson({});
    response.headers.set('set-cookie', sessionCookie(null));
    return response;
  });
}
