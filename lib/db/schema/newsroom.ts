import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ROLES } from '../../content/desk/roles.ts';
import type { Locale } from '../../i18n/locales.ts';
import { articles } from './articles.ts';
import { draftColumn, moment } from './columns.ts';

/** Who works in the newsroom. Nobody is ever deleted: the audit log names them. */
export const users = pgTable('users', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  /** In small letters. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  /** Where the role holds; null: everywhere. */
  locales: jsonb().$type<Locale[]>(),
  categories: jsonb().$type<string[]>(),
  /** Argon2id in PHC form; null until the one-time link was used. */
  passwordHash: text('password_hash'),
  isDisabled: boolean('is_disabled').notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** Sign-ins that hold. The token itself is in the cookie only. */
export const sessions = pgTable(
  'sessions',
  {
    /** What its owner ends it by, who is not to know another's token. */
    id: integer().notNull().unique().generatedAlwaysAsIdentity(),
    tokenHash: text('token_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    /** Browser and system as its owner would name them; null if unknown. */
    device: text(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** One-time links by which somebody sets a password; a newer one takes the place of the one before. */
export const invitations = pgTable('invitations', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: moment('expires_at').notNull(),
});

/** What an account asks for beside the password, when its owner wants it to. */
export const secondFactors = pgTable('second_factors', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** The key that the owner's app shares, sealed with the portal's own (`lib/accounts/seal.ts`). */
  sealedKey: text('sealed_key').notNull(),
  /** Null until a code has shown that the app has the key: not asked for yet. */
  confirmedAt: moment('confirmed_at'),
  /** Number of the half minute whose code was used last: none is taken twice. */
  lastStep: integer('last_step').notNull().default(0),
});

/** What opens once in place of the app; a row goes when it is used. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
);

/** Tries at passwords and codes, by account and by address, each as a hash: what all instances throttle by. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  attempts: integer().notNull(),
  since: moment('since').notNull(),
});

/** Links by which somebody without an account reads one article that is not published. */
export const previewLinks = pgTable(
  'preview_links',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Null: always the newest revision. */
    version: integer(),
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: integer('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    lastOpenedAt: moment('last_opened_at'),
  },
  (table) => [index('preview_links_article').on(table.articleId)],
);

/** Who did what, when, from which revision to which. Rows are only ever added. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    /** Null: the scheduler. */
    userId: integer('user_id').references(() => users.id),
    articleId: integer('article_id').references(() => articles.id, { onDelete: 'set null' }),
    verb: text().notNull(),
    fromVersion: integer('from_version'),
    toVersion: integer('to_version'),
    /** A reason, a former slug, whom it concerned. */
    note: text(),
  },
  (table) => [
    index('audit_log_article').on(table.articleId, table.id),
    index('audit_log_user').on(table.userId, table.id),
    index('audit_log_verb').on(table.verb, table.id),
    index('audit_log_at').on(table.at),
  ],
);

/**
 * What is being written of an article and is no revision yet: one a piece, made by autosave. Its sequence
 * names a state of the text and only grows; whoever saves says which one they began from.
 */
export const workingCopies = pgTable(
  'working_copies',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    draft: draftColumn().notNull(),
    /** The draft is newer than every revision; else the newest revision is the text. */
    isDirty: boolean('is_dirty').notNull(),
    savedBy: integer('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull(),
    /** The page that wrote last and its save counter: a save whose response was lost is recognised. */
    writer: text().notNull(),
    edit: integer().notNull(),
    /** When a revision was last made of it because somebody else went on writing. */
    handedAt: moment('handed_at'),
  },
  (table) => [
    index('working_copies_quiet')
      .on(table.savedAt)
      .where(sql`is_dirty`),
  ],
);

/** Who has an article open: a row a page, which says again and again that it is there. */
export const presences = pgTable(
  'presences',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    writer: text().notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    since: moment('since').notNull(),
    seenAt: moment('seen_at').notNull(),
    typedAt: moment('typed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.writer] }),
    index('presences_seen').on(table.seenAt),
  ],
);
