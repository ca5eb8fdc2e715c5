import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { ARTICLE_STATUSES } from '../../content/article.ts';
import { REVISION_REASONS, type Details } from '../../content/draft/draft.ts';
import { LOCALES } from '../../i18n/locales.ts';
import { categories } from './categories.ts';
import { bodyColumn, moment } from './columns.ts';
import { images } from './images.ts';
import { users } from './newsroom.ts';
import { authors, topics } from './people.ts';

/** A story: what happened, in whichever locales it is published. */
export const stories = pgTable(
  'stories',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** The name that joins translations in an import folder. */
    key: text().notNull().unique(),
    categoryId: integer('category_id')
      .notNull()
      .references(() => categories.id),
  },
  (table) => [unique('stories_id_category').on(table.id, table.categoryId)],
);

/** An article: a story in one locale, with a life of its own. */
export const articles = pgTable(
  'articles',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    storyId: integer('story_id').notNull(),
    /** The story's category, repeated for the index of lists; the foreign key holds the two equal. */
    categoryId: integer('category_id').notNull(),
    locale: text({ enum: LOCALES }).notNull(),
    status: text({ enum: ARTICLE_STATUSES }).notNull(),
    slug: text().notNull(),
    /** Of the newest revision. A save that began from an older one is refused. */
    version: integer().notNull().default(1),
    /**
     * The revision that this row holds while readers may see it; null before the first publication. Until
     * then, and when it is withdrawn, the row holds the newest.
     */
    publishedVersion: integer('published_version'),
    headline: text().notNull(),
    standfirst: text(),
    kicker: text(),
    body: bodyColumn().notNull(),
    readingMinutes: integer('reading_minutes').notNull(),
    imageId: text('image_id').references(() => images.id),
    imageAlt: text('image_alt'),
    imageCaption: text('image_caption'),
    imageCredit: text('image_credit'),
    seoTitle: text('seo_title'),
    seoDescription: text('seo_description'),
    publishedAt: moment('published_at'),
    /** The time that readers see; a view or a typo fix never changes it. */
    updatedAt: moment('updated_at'),
    embargoUntil: moment('embargo_until'),
    /** Why it was taken back, for the newsroom alone. */
    withdrawnReason: text('withdrawn_reason'),
    /** The user who began it; null for what was imported. */
    createdBy: integer('created_by').references((): AnyPgColumn => users.id),
    /** For a translation: the article it was made from, and that one's version as it stood then. */
    translatedFrom: integer('translated_from'),
    translatedVersion: integer('translated_version'),
    /** Where an imported article came from: file name and hash of its bytes and pictures, to skip what is unchanged. */
    sourceName: text('source_name'),
    sourceHash: text('source_hash'),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** When anybody last did anything to it: the desk's order. */
    changedAt: moment('changed_at').notNull().defaultNow(),
    /**
     * When readers' lists and sitemaps last had to show it otherwise: it came, went, moved or was changed. The
     * database sets it (migration 0012), whoever writes.
     */
    listedAt: moment('listed_at').notNull().defaultNow(),
  },
  (table) => [
    unique('articles_locale_slug').on(table.locale, table.slug),
    unique('articles_story_locale').on(table.storyId, table.locale),
    foreignKey({
      columns: [table.storyId, table.categoryId],
      foreignColumns: [stories.id, stories.categoryId],
    }).onUpdate('cascade'),
    // The desk's orders; its continuations begin after a row, so the id is part of each.
    index('articles_changed').on(table.changedAt, table.id),
    index('articles_status_changed').on(table.status, table.changedAt, table.id),
    index('articles_creator_changed').on(table.createdBy, table.changedAt, table.id),
    index('articles_headline').on(table.headline, table.id),
    index('articles_out').on(sql`coalesce(published_at, 'epoch')`, table.id),
    index('articles_translated_from').on(table.translatedFrom),
    index('articles_due')
      .on(table.publishedAt)
      .where(sql`status = 'scheduled'`),
    index('articles_locale_newest')
      .on(table.locale, table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`status = 'published'`),
    index('articles_category_newest')
      .on(
        table.locale,
        table.categoryId,
        table.publishedAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
      )
      .where(sql`status = 'published'`),
    // Holds all that the list of sitemaps asks of a million articles, so that none of them is opened.
    index('articles_sitemap')
      .on(
        table.locale,
        table.publishedAt,
        table.status,
        table.embargoUntil,
        table.listedAt,
        table.id,
        table.version,
      )
      .where(sql`status in ('published', 'withdrawn')`),
    // What feeds say has been withdrawn of late.
    index('articles_withdrawn')
      .on(table.locale, table.listedAt.desc())
      .where(sql`status = 'withdrawn'`),
    index('articles_embargo')
      .on(table.embargoUntil)
      .where(sql`embargo_until is not null`),
    check(
      'articles_published_has_time',
      sql`status not in ('published', 'scheduled') or published_at is not null`,
    ),
  ],
);

export const articleAuthors = pgTable(
  'article_authors',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.authorId] }),
    index('article_authors_author').on(table.authorId),
  ],
);

export const articleTopics = pgTable(
  'article_topics',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    index('article_topics_topic').on(table.topicId),
  ],
);

/** Slugs that an article had before: each answers 308 to its present one. */
export const slugHistory = pgTable(
  'slug_history',
  {
    locale: text({ enum: LOCALES }).notNull(),
    slug: text().notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    until: moment('until').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.locale, table.slug] })],
);

/** Public, dated admissions of an error. */
export const corrections = pgTable(
  'corrections',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    text: text().notNull(),
  },
  (table) => [index('corrections_article').on(table.articleId)],
);

/** What an article said at one version; never changed, never deleted while the article lives. */
export const revisions = pgTable(
  'revisions',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    headline: text().notNull(),
    standfirst: text(),
    kicker: text(),
    body: bodyColumn().notNull(),
    /** What else it said; null in revisions of before there was a newsroom. */
    details: jsonb().$type<Details>(),
    /** Who saved it: a user's id, or `import`. */
    savedBy: text('saved_by').notNull(),
    /** Of two texts that were brought together: the other one's writer. */
    alsoBy: text('also_by'),
    /** Why it was made; null in those of before it was noted. */
    reason: text({ enum: REVISION_REASONS }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.version] })],
);

/** Views by day of the publication's time zone. Imported counts stand on the day of publication. */
export const viewCounts = pgTable(
  'view_counts',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    views: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.day] }),
    index('view_counts_day').on(table.day, table.views.desc().nullsFirst()),
  ],
);

/** The sum of an article's views, written with each of its days: the desk puts articles in order by it. */
export const viewTotals = pgTable(
  'view_totals',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    views: integer().notNull(),
  },
  (table) => [index('view_totals_views').on(table.views, table.articleId)],
);

/** Views of the whole publication by hour, of the last two days: the plot on the desk. */
export const viewHours = pgTable('view_hours', {
  hour: moment('hour').primaryKey(),
  views: integer().notNull(),
});
