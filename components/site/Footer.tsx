import { getTranslations } from 'next-intl/server';
import type { CategoryRef } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import { publication } from '@/publication.config';
import styles from './Footer.module.css';
import { SiteName } from './SiteName';
import { socialLinks } from './social-links';
import { SocialLinks } from './SocialLinks';

/** A locale's feeds, labelled with their formats, whose names are the same in every language. */
const FEEDS = [
  ['feed.xml', 'RSS'],
  ['atom.xml', 'Atom'],
  ['feed.json', 'JSON Feed'],
] as const;

/** The footer: who we are, how our content may be reused, and links. */
export async function Footer({
  locale,
  categories,
  year,
}: {
  locale: Locale;
  categories: readonly CategoryRef[];
  year: number;
}) {
  const t = await getTranslations({ locale, namespace: 'Footer' });
  const masthead = await getTranslations({ locale, namespace: 'Masthead' });
  const corrections = await getTranslations({ locale, namespace: 'Corrections' });
  const { name } = publication;
  const pages = [
    ['about', t('about')],
    ['contact', t('contact')],
    ['reuse', t('reusePage')],
    ['corrections', corrections('title')],
    ['privacy', t('privacy')],
  ] as const;
  return (
    <footer className={styles.footer} data-screen-only>
      <div className={styles.inner}>
        <div className={styles.notice}>
          <a href={`/${locale}`}>
            <SiteName name={name} />
          </a>
          <p>{t.rich('reuse', { name, link: (chunks) => <a href={`/${locale}`}>{chunks}</a> })}</p>
          <SocialLinks links={socialLinks(publication.links)} label={masthead('follow')} />
        </div>
        <nav aria-label={t('categories')}>
          <h2>{t('categories')}</h2>
          <ul className={styles.columns}>
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/${locale}/category/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <nav aria-label={t('publication')}>
            <h2>{t('publication')}</h2>
            <ul>
              {pages.map(([path, label]) => (
                <li key={path}>
                  <a href={`/${locale}/${path}`}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
          <nav aria-label={t('feeds')} className={styles.feeds}>
            <h2>{t('feeds')}</h2>
            <ul>
              {FEEDS.map(([file, label]) => (
                <li key={file}>
                  <a href={`/${locale}/${file}`}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      <p className={styles.copyright}>
        {t('copyright', { from: String(publication.foundedYear), to: String(year), name })}
      </p>
    </footer>
  );
}
