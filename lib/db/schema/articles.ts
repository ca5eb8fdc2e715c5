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

/** A story: one subject, in every locale in which it is published. */
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

/** An article: a story in one locale, with its own status. */
export const articles = pgTable(
  'articles',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    storyId: integer('story_id').notNull(),
    /** The story's category, duplicated for the index of lists; the foreign key keeps the two equal. */
    categoryId: integer('category_id').notNull(),
    locale: text({ enum: LOCALES }).notNull(),
    status: text({ enum: ARTICLE_STATUSES }).notNull(),
    slug: text().notNull(),
    /** Of the newest revision. A save that is based on an older version is refused. */
    version: integer().notNull().default(1),
    /**
     * The revision that this row holds while readers may see it; null before the first publication. Before
     * that, and after a withdrawal, the row holds the newest.
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
    /** Why it was withdrawn; visible only in the newsroom. */
    withdrawnReason: text('withdrawn_reason'),
    /** The user who created it; null for an imported article. */
    createdBy: integer('created_by').references((): AnyPgColumn => users.id),
    /** For a translation: the article it was made from, and that article's version at that time. */
    translatedFrom: integer('translated_from'),
    translatedVersion: integer('translated_version'),
    /**
     * Source of an imported article: file name, and hash of its bytes and pictures, to skip unchanged files.
     */
    sourceName: text('source_name'),
    sourceHash: text('source_hash'),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** When anything about it last changed: the desk's order. */
    changedAt: moment('changed_at').notNull().defaultNow(),
    /**
     * When it last changed in readers' lists and sitemaps: it was published, withdrawn, moved or changed. A
     * database trigger sets it (migration 0012), independent of the code that writes the row.
     */
    listedAt: moment('listed_at').notNull().defaultNow(),
    /**
     * The time at which a published article becomes visible by time alone; null when it is visible, or not
     * published. A database trigger sets it (migration 0016), independent of the code that writes the row;
     * the scheduler appends `article.released` and clears it.
     */
    releasesAt: moment('releases_at'),
  },
  (table) => [
    unique('articles_locale_slug').on(table.locale, table.slug),
    unique('articles_story_locale').on(table.storyId, table.locale),
    foreignKey({
      columns: [table.storyId, table.categoryId],
      foreignColumns: [stories.id, stories.categoryId],
    }).onUpdate('cascade'),
    // The desk's orders; a page starts after the last row of the page before it, so the id is part of each.
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
    // Covers the query for the list of sitemaps over a million articles, so that it reads no row of the
    // table.
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
    // For the recent withdrawals in feeds.
    index('articles_withdrawn')
      .on(table.locale, table.listedAt.desc())
      .where(sql`status = 'withdrawn'`),
    index('articles_releases')
      .on(table.releasesAt)
      .where(sql`releases_at is not null`),
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

/** An article's former slugs: each redirects with 308 to its present one. */
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

/** Public, dated corrections of an error. */
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

/** The text of an article at one version; never changed, never deleted while the article exists. */
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
    /** Its other fields; null in revisions from before there was a newsroom. */
    details: jsonb().$type<Details>(),
    /** Who saved it: a user's id, or `import`. */
    savedBy: text('saved_by').notNull(),
    /** For a merge of two texts: the writer of the other one. */
    alsoBy: text('also_by'),
    /** Why the revision was made; null in revisions from before reasons were recorded. */
    reason: text({ enum: REVISION_REASONS }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.version] })],
);

/** Views per day in the publication's time zone. Imported counts are assigned to the day of publication. */
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

/** The sum of an article's views, updated with each daily count: the desk sorts articles by it. */
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

/** Views of the whole publication per hour, for the last two days: the chart on the desk. */
export const viewHours = pgTable('view_hours', {
  hour: moment('hour').primaryKey(),
  views: integer().notNull(),
});
