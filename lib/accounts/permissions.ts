/** Who may do what: the only such table, which every command and read of the newsroom checks. */
import type { ArticleStatus } from '../content/article.ts';
import { ARTICLE_VERBS, type ArticleVerb } from '../content/desk/desk.ts';
import type { Role } from '../content/desk/roles.ts';
import type { Locale } from '../i18n/locales.ts';
import type { User } from './user.ts';

/**
 * The articles on which a role may use a verb: none; the user's own; the account's locales and categories;
 * all.
 */
type Reach =
  | 'none'
  /** The user created it, and it was not approved yet: it is a draft or in review. */
  | 'own-drafts'
  /** The user created it, or it is published: then only its published text, see {@link seesDrafts}. */
  | 'own-or-published'
  | 'scope'
  | 'all';

const everywhere = (reach: Reach) =>
  Object.fromEntries(ARTICLE_VERBS.map((verb) => [verb, reach])) as Record<ArticleVerb, Reach>;

export const PERMISSIONS: Record<Role, Record<ArticleVerb, Reach>> = {
  reporter: {
    ...everywhere('none'),
    read: 'own-or-published',
    create: 'scope',
    translate: 'scope',
    save: 'own-drafts',
    submit: 'own-drafts',
    preview: 'own-drafts',
    'mark-current': 'own-drafts',
    'change-slug': 'own-drafts',
    move: 'own-drafts',
  },
  editor: everywhere('scope'),
  'editor-in-chief': everywhere('all'),
};

/** Whether a user may see the accounts of the newsroom and change them. */
export const mayManagePeople = (user: User): boolean => user.role === 'editor-in-chief';

/** Whether a user may pin articles on the fronts and write breaking-news lines. */
export const mayCurate = (user: User): boolean => user.role === 'editor-in-chief';

/** Whether an article was not approved for publication yet. */
export const isUnapproved = (status: ArticleStatus): boolean =>
  status === 'draft' || status === 'in_review';

/** Whether a locale and a category are in the scope of the user's account. */
export const isInScope = (user: User, { locale, category }: Pick<Subject, 'locale' | 'category'>) =>
  (user.locales?.includes(locale) ?? true) && (user.categories?.includes(category) ?? true);
/** Whether a user may create authors and topics: their pages are public and permanent. */
export const mayNameAuthors = (user: User): boolean => user.role !== 'reporter';

/** Whether a user may read the audit log. */
export const mayReadLog = (user: User): boolean => user.role === 'editor-in-chief';

/** The facts of an article that the permission depends on. */
export interface Subject {
  locale: Locale;
  /** Its category's slug. */
  category: string;
  status: ArticleStatus;
  createdBy: number | null;
}

/** Whether a user may also read the unpublished texts of an article: the working copy and all revisions. */
export const seesDrafts = (user: User, subject: Subject): boolean =>
  may(user, 'read', subject) &&
  (PERMISSIONS[user.role].read !== 'own-or-published' || subject.createdBy === user.id);

/**
 * Whether a user may use a verb on an article; for `create` and `translate`: on the article to be created.
 */
export function may(user: User, verb: ArticleVerb, subject: Subject): boolean {
  const reach = PERMISSIONS[user.role][verb];
  const isWithin = isInScope(user, subject);
  const isOwn = subject.createdBy === user.id;
  switch (reach) {
    case 'none':
      return false;
    case 'own-drafts':
      return isWithin && isOwn && isUnapproved(subject.status);
    case 'own-or-published':
      return isOwn || (isWithin && subject.status === 'published');
    case 'scope':
      return isWithin;
    case 'all':
      return true;
  }
}
