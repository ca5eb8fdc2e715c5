import { getTranslations } from 'next-intl/server';
import type { SessionRow } from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import { formatPublicationDate } from '@/lib/i18n/formats';
import styles from './AccountScreen.module.css';
import { NameForm } from './NameForm.client';
import { PasswordForm } from './PasswordForm.client';
import { SecondFactor } from './SecondFactor.client';
import { Sessions } from './Sessions.client';

/** The user's own account: display name, password, second factor and sessions. */
export async function AccountScreen({
  locale,
  user,
  factor,
  isFactorDemanded,
  sessions,
}: {
  locale: Locale;
  user: { name: string; email: string };
  factor: { since: string; codesLeft: number } | null;
  /**
   * Whether the role requires a second factor: it cannot be turned off, and the user can do nothing before it
   * is on.
   */
  isFactorDemanded: boolean;
  sessions: readonly SessionRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'Doors' });
  const isFactorFirst = isFactorDemanded && factor === null;
  // With a key: when it moves to its usual place, the recovery codes that it shows stay.
  const secondFactor = (
    <section key="second-factor">
      <h2>{t('secondFactor')}</h2>
      {isFactorDemanded && <p className={styles.demand}>{t('secondFactorDemanded')}</p>}
      <SecondFactor
        factor={factor && { ...factor, since: formatPublicationDate(factor.since, locale) }}
        mayTurnOff={!isFactorDemanded}
      />
    </section>
  );
  return (
    <>
      <h1>{t('account')}</h1>
      <div className={styles.parts}>
        {isFactorFirst && secondFactor}
        <section>
          <h2>{user.email}</h2>
          <NameForm name={user.name} />
        </section>
        <section>
          <h2>{t('changePassword')}</h2>
          <PasswordForm email={user.email} />
        </section>
        {!isFactorFirst && secondFactor}
        <section className={styles.wide}>
          <h2>{t('sessions')}</h2>
          <Sessions
            locale={locale}
            sessions={sessions.map((session) => ({
              ...session,
              since: formatPublicationDate(session.since, locale),
              lastSeen: formatPublicationDate(session.lastSeen, locale),
            }))}
          />
        </section>
      </div>
    </>
  );
}
