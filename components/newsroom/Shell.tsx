import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Role } from '@/lib/content/desk/roles';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress, type NewsroomPath } from '@/lib/pages/newsroom';
import { page as frontPage } from '@/lib/pages/front';
import { publication } from '@/publication.config';
import styles from './Shell.module.css';
import { SignOut } from './sign-in/SignOut.client';
import controls from './ui/controls.module.css';

/** The frame of every newsroom screen. */
export async function Shell({
  locale,
  user,
  hasPeople,
  path,
  isClosed = false,
  children,
}: {
  locale: Locale;
  user: { name: string; role: Role };
  hasPeople: boolean;
  /** The part of the path after `/newsroom`, for links to the other languages. */
  path: NewsroomPath;
  /** True while the role requires a second factor and it is off: only the user's own account opens. */
  isClosed?: boolean;
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  return (
    <>
      <a className="skip-link" href="#text">
        {t('skip')}
      </a>
      <header className={styles.bar}>
        <a className={styles.name} href={frontPage.href({ locale })}>
          {publication.name}
        </a>
        {!isClosed && (
          <ScreenLinks locale={locale} role={user.role} hasPeople={hasPeople} path={path} />
        )}
        <nav aria-label={t('language')} className={styles.languages}>
          <ul>
            {LOCALES.map((other) => (
              <li key={other}>
                <a
                  href={newsroomAddress(other, path)}
                  lang={other}
                  hrefLang={other}
                  aria-current={other === locale ? 'true' : undefined}
                >
                  <span aria-hidden="true">{LOCALE_LABELS[other].short}</span>
                  <span className="hidden-visually">{LOCALE_LABELS[other].name}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SignOut locale={locale} name={`${user.name} · ${t(`role_${user.role}`)}`} />
      </header>
      <main id="text" tabIndex={-1} className={`${controls.controls} ${styles.main}`}>
        {children}
      </main>
    </>
  );
}

/** Links to the screens that the user's role may open. */
async function ScreenLinks({
  locale,
  role,
  hasPeople,
  path,
}: {
  locale: Locale;
  role: Role;
  hasPeople: boolean;
  path: NewsroomPath;
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const front = await getTranslations({ locale, namespace: 'FrontDesk' });
  const log = await getTranslations({ locale, namespace: 'NewsroomLog' });
  return (
    <nav aria-label={t('newsroom')}>
      <ul>
        <li>
          <a href={newsroomAddress(locale)} aria-current={path === '' ? 'page' : undefined}>
            {t('desk')}
          </a>
        </li>
        <li>
          <a
            href={newsroomAddress(locale, '/media')}
            aria-current={path === '/media' ? 'page' : undefined}
          >
            {t('media')}
          </a>
        </li>
        {role === 'editor-in-chief' && (
          <li>
            <a
              href={newsroomAddress(locale, '/front')}
              aria-current={path.startsWith('/front') ? 'page' : undefined}
            >
              {front('title')}
            </a>
          </li>
        )}
        {hasPeople && (
          <li>
            <a
              href={newsroomAddress(locale, '/people')}
              aria-current={path === '/people' ? 'page' : undefined}
            >
              {t('people')}
            </a>
          </li>
        )}
        {role === 'editor-in-chief' && (
          <li>
            <a
              href={newsroomAddress(locale, '/log')}
              aria-current={path === '/log' ? 'page' : undefined}
            >
              {log('title')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
