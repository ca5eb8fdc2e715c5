import { getTranslations } from 'next-intl/server';
import type { CategoryRef } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import type { ReaderPage } from '@/lib/pages/all/declare-page';
import { FEED_FILES, FEED_FORMATS, feedAddress } from '@/lib/pages/all/feeds';
import { PAGES } from '@/lib/pages.generated';
import { page as categoryPage } from '@/lib/pages/category';
import { page as frontPage } from '@/lib/pages/front';
import { publication } from '@/publication.config';
import styles from './Footer.module.css';
import { Wordmark } from '../theme/Wordmark';
import { socialLinks } from './social-links';
import { SocialLinks } from './SocialLinks';

/** The pages that the footer links, in its order. */
const LINKED = Object.values(PAGES)
  .flatMap((page) => {
    const { href }: ReaderPage = page;
    return page.footer ? [{ href, ...page.footer }] : [];
  })
  .sort((one, other) => one.place - other.place);

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
  const labels = await getTranslations({ locale });
  const { name } = publication;
  const front = frontPage.href({ locale });
  return (
    <footer className={styles.footer} data-screen-only>
      <div className={styles.inner}>
        <div className={styles.notice}>
          <a href={front}>
            <Wordmark name={name} />
          </a>
          <p>{t.rich('reuse', { name, link: (chunks) => <a href={front}>{chunks}</a> })}</p>
          <SocialLinks links={socialLinks(publication.links)} label={masthead('follow')} />
        </div>
        <nav aria-label={t('categories')}>
          <h2>{t('categories')}</h2>
          <ul className={styles.columns}>
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <a href={categoryPage.href({ locale, category: slug })}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <nav aria-label={t('publication')}>
            <h2>{t('publication')}</h2>
            <ul>
              {LINKED.map(({ href, label }) => (
                <li key={label}>
                  <a href={href({ locale })}>{labels(label)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <nav aria-label={t('feeds')} className={styles.feeds}>
            <h2>{t('feeds')}</h2>
            <ul>
              {FEED_FILES.map((file) => (
                <li key={file}>
                  {/* The names of formats are the same in every language. */}
                  <a href={feedAddress(front, file)}>{FEED_FORMATS[file].name}</a>
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
