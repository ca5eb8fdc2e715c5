import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { publication } from '@/publication.config';
import styles from './InfoPage.module.css';

/** The publication's texts about itself, keyed by the last segment of the path. */
export const INFO_TEXTS = {
  about: ['about1', 'about2', 'about3'],
  contact: ['contact1', 'contact2'],
  reuse: ['reuse1', 'reuse2'],
  privacy: ['privacy1', 'privacy2', 'privacy3'],
} as const;
export type InfoTopic = keyof typeof INFO_TEXTS;

/** A text in which the newsroom's e-mail address becomes a mail link. */
function WithMail({ text, email }: { text: string; email: string }) {
  const [before = '', ...rest] = text.split(email);
  return (
    <>
      {before}
      {rest.map((after, index) => (
        <Fragment key={index}>
          <a href={`mailto:${email}`}>{email}</a>
          {after}
        </Fragment>
      ))}
    </>
  );
}

/** A static page of the publication, such as “About”. */
export async function InfoPage({ locale, topic }: { locale: Locale; topic: InfoTopic }) {
  const t = await getTranslations({ locale, namespace: 'Info' });
  const { name, contact } = publication;
  const values = { name, email: contact.email, address: contact.address[locale] };
  return (
    <article className={styles.page}>
      <h1>{t(`${topic}Title`)}</h1>
      {INFO_TEXTS[topic].map((key) => (
        <p key={key}>
          <WithMail text={t(key, values)} email={contact.email} />
        </p>
      ))}
    </article>
  );
}
