import { getTranslations } from 'next-intl/server';
import type { ArticleCard } from '@/lib/content/article';
import type { Front } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { publication } from '@/publication.config';
import { Card } from './Card';
import { CategoryBlock } from './CategoryBlock';
import styles from './FrontPage.module.css';
import { MostRead } from './MostRead';
import { Timeline } from './Timeline';

export interface FrontPageProps {
  locale: Locale;
  front: Front;
  mostRead: { day: readonly ArticleCard[]; week: readonly ArticleCard[] };
}

/** Number of stories with which a category gets its own row; smaller categories share one. */
const FULL = 4;
const RHYTHMS = 4;

/**
 * The front page: one lead, then stories of decreasing prominence, the newest by time, and a block per
 * category.
 */
export async function FrontPage({ locale, front, mostRead }: FrontPageProps) {
  const t = await getTranslations({ locale, namespace: 'Front' });
  const { lead, seconds, newest, blocks } = front;
  const full = blocks.filter(({ articles }) => articles.length >= FULL);
  const narrow = blocks.filter(({ articles }) => articles.length < FULL);
  const ranking = (
    <MostRead
      title={t('mostRead')}
      lists={[
        { key: 'day', label: t('day'), cards: mostRead.day },
        { key: 'week', label: t('week'), cards: mostRead.week },
      ]}
    />
  );
  return (
    <>
      <h1 className="hidden-visually">{publication.name}</h1>
      {lead ? (
        <section className={styles.top} aria-label={t('top')}>
          <div className={styles.lead}>
            <Card card={lead} size="lead" level={2} hasStandfirst crop="16x9" isLead />
          </div>
          <div className={styles.seconds}>
            {seconds.map((card, index) => (
              <Card
                key={card.id}
                card={card}
                size={index === 0 ? 'medium' : 'small'}
                crop={index === 0 ? '16x9' : '4x3'}
                level={2}
              />
            ))}
          </div>
          <Timeline title={t('newest')} cards={newest} locale={locale} />
        </section>
      ) : (
        <p className={styles.empty}>{t('empty')}</p>
      )}
      {full.map((block, index) => (
        <div key={block.category.slug} className={styles.row}>
          <CategoryBlock
            locale={locale}
            block={block}
            rhythm={index % RHYTHMS}
            allOf={t('allOf', { category: block.category.name })}
          />
          {index === 0 && ranking}
        </div>
      ))}
      <div className={styles.narrow}>
        {narrow.map((block) => (
          <CategoryBlock
            key={block.category.slug}
            locale={locale}
            block={block}
            rhythm={RHYTHMS}
            allOf={t('allOf', { category: block.category.name })}
          />
        ))}
        {full.length === 0 && ranking}
      </div>
    </>
  );
}
