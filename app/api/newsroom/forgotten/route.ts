import { after } from 'next/server';
import { forgotPassword } from '@/lib/accounts/invitations';
import { networkOf } from '@/lib/network';
import { countTries } from '@/lib/accounts/throttle';
import type { Locale } from '@/lib/i18n/locales';
import { linkLetter } from '@/lib/mail/letters';
import { canSend, sendLetter } from '@/lib/mail/send';
import { CLIENT_ADDRESS } from '@/lib/http/client-address';
import { answerJson } from '../../answer';
import { ENTRIES } from '@/lib/newsroom/commands/entries';
import { linkOf } from '@/lib/newsroom/deliver-link';
import { change, refuse } from '../door';

/**
 * Sends a link for a new password. The answer and its time are the same whether there is such an account or
 * not.
 */
export function POST(request: Request): Promise<Response> {
  return change(request, ENTRIES['POST forgotten'], async ({ email, locale }) => {
    if (!canSend()) return refuse('no_mail', 'This portal sends no mail.');
    const tries = [
      { kind: 'letter', of: email },
      { kind: 'letter-address', of: networkOf(request.headers.get(CLIENT_ADDRESS) ?? '') },
    ] as const;
    if (!(await countTries(tries))) {
      return refuse('throttled', 'Too many attempts: wait an hour.');
    }
    // The account is looked up only after the response.
    after(() => sendLink(email, locale));
    return answerJson({});
  });
}

async function sendLink(email: string, locale: Locale): Promise<void> {
  const made = await forgotPassword(email);
  if (!made) return;
  const { token, name, why } = made;
  const letter = await linkLetter(why, locale, { email, name, link: linkOf(token, locale) });
  const reason = await sendLetter(letter);
  if (reason !== null) console.error(`A letter was not sent: ${reason}`);
}
