/** Who may do what: the one table, which every command and read of the newsroom asks. */
import type { ArticleStatus } from '../content/article.ts';
import { ARTICLE_VERBS, type ArticleVerb } from '../content/desk/desk.ts';
import type { Role } from '../content/desk/roles.ts';
import type { Locale } from '../i18n/locales.ts';
import type { User } from './user.ts';

/** How far a verb goes: nowhere; one's own; the locales and categories of one's account; everywhere. */
type Reach =
  | 'none'
  /** Began it, and it is not out of the reporter's hands yet. */
  | 'own-drafts'
  /** Began it, or readers see it anyhow: then what they see of it, see {@link seesDrafts}. */
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

/** Who may see the people of the newsroom and change them. */
export const mayManagePeople = (user: User): boolean => user.role === 'editor-in-chief';

/** Who may arrange the fronts and write breaking lines. */
export const mayCurate = (user: User): boolean => user.role === 'editor-in-chief';

/** Whether nobody has let an article go out yet. */
export const isUnapproved = (status: ArticleStatus): boolean =>
  status === 'draft' || status === 'in_review';

/** Whether something lies where a role holds. */
export const isInScope = (user: User, { locale, category }: Pick<Subject, 'locale' | 'category'>) =>
  (user.locales?.includes(locale) ?? true) && (user.categories?.includes(category) ?? true);
/** Who may make authors and topics: their pages are readers' pages, and stay. */
export const mayNameAuthors = (user: User): boolean => user.role !== 'reporter';

/** Who reads what everybody did. */
export const mayReadLog = (user: User): boolean => user.role === 'editor-in-chief';

/** What of an article decides. */
export interface Subject {
  locale: Locale;
  /** Its category's slug. */
  category: string;
  status: ArticleStatus;
  createdBy: number | null;
}

/** Whether somebody reads of an article also what readers do not see: what is being written, and every revision. */
export const seesDrafts = (user: User, subject: Subject): boolean =>
  may(user, 'read', subject) &&
  (PERMISSIONS[user.role].read !== 'own-or-published' || subject.createdBy === user.id);

/** Whether somebody may do something to an article; for `create` and `translate`: to the one to be made. */
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
