import { createTransport } from 'nodemailer';
import { environment } from '../env.ts';
import type { Letter } from './letters.ts';

/** Milliseconds that a mail server may take for each step, and for all of them together. */
const STEP = 4000;
const WHOLE = 8000;

/** Whether the operator configured a mail server. */
export const canSend = (): boolean => environment().SMTP_URL !== undefined;

/**
 * Sends a letter once, without retries: the caller learns at once that it was not sent, and has another
 * way.
 * @returns null when the server accepted it; otherwise the reason
 */
export async function sendLetter({ to, subject, text }: Letter): Promise<string | null> {
  const { SMTP_URL, MAIL_FROM } = environment();
  if (!SMTP_URL) return 'No mail server is configured.';
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: STEP,
    greetingTimeout: STEP,
    socketTimeout: STEP,
    dnsTimeout: STEP,
  });
  let alarm: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Error('The mail server took too long.')), WHOLE);
  });
  try {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await Promise.race([transport.sendMail({ from: MAIL_FROM, to, subject, text, headers }), late]);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    clearTimeout(alarm);
    transport.close();
  }
}
