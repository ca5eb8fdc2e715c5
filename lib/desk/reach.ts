/** How far a verb reaches, as a condition of SQL: the same table that commands ask one article at a time. */
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { PERMISSIONS } from '../accounts/permissions.ts';
import type { User } from '../accounts/user.ts';
import type { ArticleVerb } from '../content/desk/desk.ts';
import { articles } from '../db/schema/articles.ts';
import { assertUnreachable } from '../errors.ts';

/** A story's other tellings beside the one that is looked at. */
export const others = alias(articles, 'others');
export type ArticleTable = typeof articles | typeof others;

/** Those of all articles to which somebody may do something. */
export function reachedBy(user: User, verb: ArticleVerb, table: ArticleTable = articles): SQL {
  const reach = PERMISSIONS[user.role][verb];
  const scope =
    and(
      user.locales ? inArray(table.locale, user.locales) : undefined,
      user.categories
        ? inArray(
            table.categoryId,
            sql`(select id from categories where slug in ${orNothing(user.categories)})`,
          )
        : undefined,
    ) ?? sql`true`;
  const own = eq(table.createdBy, user.id);
  const both = (...conditions: SQL[]) => and(...conditions) ?? sql`true`;
  switch (reach) {
    case 'all':
      return sql`true`;
    case 'scope':
      return scope;
    case 'own-or-published':
      return or(own, and(eq(table.status, 'published'), scope)) ?? sql`false`;
    case 'own-drafts':
      return both(own, inArray(table.status, ['draft', 'in_review']), scope);
    case 'none':
      return sql`false`;
    default:
      return assertUnreachable(reach);
  }
}

/** A list of SQL may not be empty. */
const orNothing = (slugs: readonly string[]) => (slugs.length > 0 ? [...slugs] : ['']);

/** Of articles that somebody may read: whether they see also what readers do not, as `seesDrafts`. */
export const isSeenDraft = (user: User, articleId: AnyPgColumn): SQL =>
  PERMISSIONS[user.role].read === 'own-or-published'
    ? sql`${articleId} in (select id from articles where created_by = ${user.id})`
    : sql`true`;

/** What of all articles somebody may read. */
export const readableBy = (user: User, table?: ArticleTable): SQL => reachedBy(user, 'read', table);
