import { getTranslations } from 'next-intl/server';
import type { CategoryRef } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import { page as categoryPage } from '@/lib/pages/category';
import { page as searchPage } from '@/lib/pages/search';
import { page as frontPage } from '@/lib/pages/front';
import { publication } from '@/publication.config';
import { SearchOverlay } from '../search/SearchOverlay';
import { searchOverlay } from '../search/SearchOverlay.attributes';
import { Icon } from '../theme/Icon';
import { LocaleLegend, LocaleSwitcher, type LocaleTarget } from './LocaleSwitcher';
import { masthead } from './Masthead.attributes';
import styles from './Masthead.module.css';
import { Wordmark } from '../theme/Wordmark';
import { ThemeToggle } from './ThemeToggle';

export interface MastheadProps {
  locale: Locale;
  targets: Record<Locale, LocaleTarget>;
  isStory: boolean;
  categories: readonly CategoryRef[];
  /** Slug of the current category, which is highlighted. */
  current: string | null;
}

/** The publication's name, its categories, languages and tools, on every page. */
export async function Masthead({ locale, targets, isStory, categories, current }: MastheadProps) {
  const t = await getTranslations({ locale, namespace: 'Masthead' });
  const nav = (label: string) => (
    <nav aria-label={label} className={styles.nav}>
      <ul>
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={categoryPage.href({ locale, category: slug })}
              aria-current={slug === current ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <header className={styles.masthead} data-screen-only>
      <div className={styles.bar}>
        <a
          className={styles.home}
          href={frontPage.href({ locale })}
          aria-label={t('home', { name: publication.name })}
        >
          <Wordmark name={publication.name} />
        </a>
        <LocaleSwitcher locale={locale} targets={targets} isStory={isStory} />
        <div className={styles.tools}>
          <ThemeToggle label={t('theme')} />
          <a
            className={styles.tool}
            href={searchPage.href({ locale })}
            aria-label={t('search')}
            title={`${t('search')} (/)`}
            {...{ [searchOverlay.open]: true }}
          >
            <Icon name="search" />
          </a>
          <details className={styles.menu} name={masthead.menu}>
            <summary className={styles.tool} aria-label={t('menu')} title={t('menu')}>
              <Icon name="menu" />
            </summary>
            <div className={styles.panel}>{nav(t('menu'))}</div>
          </details>
        </div>
      </div>
      <LocaleLegend locale={locale} targets={targets} />
      <div className={styles.wide}>{nav(t('categories'))}</div>
      <SearchOverlay locale={locale} />
    </header>
  );
}
