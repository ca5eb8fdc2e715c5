import type { Locale } from '../i18n/locales.ts';
import { environment } from '../env.ts';
import { linkLetter } from '../mail/letters.ts';
import { canSend, sendLetter } from '../mail/send.ts';
import { newsroomAddress } from '../pages/newsroom.ts';

/** The token of a new one-time link, and the person it is for. */
interface MadeLink {
  token: string;
  email: string;
  name: string;
}

/** How a one-time link reaches its owner. */
export interface Delivery {
  /** `shown`: no mail server is configured; `refused`: it did not accept the letter. Both show the link. */
  way: 'mailed' | 'shown' | 'refused';
  email: string;
  name: string;
  /** The link, to be handed over; null when it was sent by mail. */
  link: string | null;
}

/** The address of a one-time link, in a language. */
export const linkOf = (token: string, locale: Locale): string =>
  environment().SITE_URL + newsroomAddress(locale, `/join/${token}`);

/**
 * Sends a link by mail where that is possible, and otherwise returns it to the user who made it: it is
 * never lost.
 */
export async function deliverLink(made: MadeLink, locale: Locale): Promise<Delivery> {
  const { token, email, name } = made;
  const link = linkOf(token, locale);
  if (!canSend()) return { way: 'shown', email, name, link };
  const reason = await sendLetter(await linkLetter('invitation', locale, { email, name, link }));
  if (reason === null) return { way: 'mailed', email, name, link: null };
  console.error(`A letter was not sent: ${reason}`);
  return { way: 'refused', email, name, link };
}
