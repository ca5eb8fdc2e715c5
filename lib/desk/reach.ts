/** Permissions as SQL conditions: the same reach that commands check for one article at a time. */
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { READ, type ArticlePermission } from '../accounts/permissions.ts';
import type { User } from '../accounts/user.ts';
import { articles } from '../db/schema/articles.ts';
import { assertUnreachable } from '../errors.ts';

/** The other articles of a story, in a statement that reads one of them. */
export const others = alias(articles, 'others');
export type ArticleTable = typeof articles | typeof others;

/** The articles on which a user may use a permission. */
export function reachedBy(
  user: User,
  permission: ArticlePermission,
  table: ArticleTable = articles,
): SQL {
  const reach = permission[user.role];
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

/** A list in SQL must not be empty. */
const orNothing = (slugs: readonly string[]) => (slugs.length > 0 ? [...slugs] : ['']);

/**
 * Of the articles that a user may read: whether the user also sees the unpublished texts, as `seesDrafts`.
 */
export const isSeenDraft = (user: User, articleId: AnyPgColumn): SQL =>
  READ[user.role] === 'own-or-published'
    ? sql`${articleId} in (select id from articles where created_by = ${user.id})`
    : sql`true`;

/** The articles that a user may read. */
export const readableBy = (user: User, table?: ArticleTable): SQL => reachedBy(user, READ, table);
