import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ROLES } from '../../content/desk/roles.ts';
import type { Locale } from '../../i18n/locales.ts';
import { articles } from './articles.ts';
import { draftColumn, moment } from './columns.ts';

/** Newsroom users. No row is ever deleted: the audit log refers to them. */
export const users = pgTable('users', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  /** In lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  /** The locales of the role; null: all. */
  locales: jsonb().$type<Locale[]>(),
  categories: jsonb().$type<string[]>(),
  /** Argon2id in PHC form; null until the one-time link was used. */
  passwordHash: text('password_hash'),
  isDisabled: boolean('is_disabled').notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** Valid sessions. The token itself is in the cookie only. */
export const sessions = pgTable(
  'sessions',
  {
    /** Identifies the session when its owner ends it: the token of another session must not be revealed. */
    id: integer().notNull().unique().generatedAlwaysAsIdentity(),
    tokenHash: text('token_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    /** Browser and system in words that the owner recognises; null if unknown. */
    device: text(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** One-time links with which a user sets a password; a newer one replaces the one before. */
export const invitations = pgTable('invitations', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: moment('expires_at').notNull(),
});

/** The second factor of an account, if its owner enabled it. */
export const secondFactors = pgTable('second_factors', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** The secret key shared with the owner's app, encrypted with the portal's own (`lib/accounts/seal.ts`). */
  sealedKey: text('sealed_key').notNull(),
  /** Null until a code has proved that the app has the key: until then it is not required. */
  confirmedAt: moment('confirmed_at'),
  /** Number of the half minute whose code was used last: no code is accepted twice. */
  lastStep: integer('last_step').notNull().default(0),
});

/** Codes that work once in place of the app; a row is deleted when it is used. */
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

/**
 * Attempts at passwords and codes, by account and by address, each as a hash: all instances throttle by it.
 */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  attempts: integer().notNull(),
  since: moment('since').notNull(),
});

/** Links with which a person without an account reads one article that is not published. */
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

/** The audit log: who did what, when, from which revision to which. Rows are only ever added. */
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
    /** A reason, a former slug, or the user concerned. */
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
 * The working copy of an article: autosaved text that is not a revision yet, one row per article. Its
 * sequence identifies a state of the text and only grows; each save states the sequence that it is based on.
 */
export const workingCopies = pgTable(
  'working_copies',
  {
    articleId: integer('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    draft: draftColumn().notNull(),
    /** Whether the draft is newer than every revision; if not, the newest revision is the text. */
    isDirty: boolean('is_dirty').notNull(),
    savedBy: integer('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull(),
    /** The page that wrote last and its save counter: a save whose response was lost is recognised. */
    writer: text().notNull(),
    edit: integer().notNull(),
    /** When it was last saved as a revision because another user continued the text. */
    handedAt: moment('handed_at'),
  },
  (table) => [
    index('working_copies_quiet')
      .on(table.savedAt)
      .where(sql`is_dirty`),
  ],
);

/** Who has an article open: one row per page, refreshed by its heartbeat. */
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
