import { createTranslator } from 'next-intl';
import type messages from '../../messages/en.json';
import { publication } from '../../publication.config.ts';
import type { Locale } from '../i18n/locales.ts';

/** A message in plain text. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/**
 * A letter with a one-time link, in one language.
 * @param why - the reason for the link: an invitation, or a forgotten password
 */
export async function linkLetter(
  why: 'invitation' | 'forgotten',
  locale: Locale,
  { email, name, link }: { email: string; name: string; link: string },
): Promise<Letter> {
  const { default: all } = (await import(`../../messages/${locale}.json`, {
    with: { type: 'json' },
  })) as { default: typeof messages };
  const t = createTranslator({ locale, messages: all, namespace: 'Mail' });
  const about = { name, link, publication: publication.name };
  const [subject, text] =
    why === 'invitation'
      ? [t('inviteSubject', about), t('inviteText', about)]
      : [t('forgottenSubject', about), t('forgottenText', about)];
  return { to: { name, address: email }, subject, text: `${text}\n` };
}
