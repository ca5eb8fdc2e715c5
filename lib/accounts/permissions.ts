/** The permissions of the newsroom, which its commands declare and its reads check. */
import type { ArticleStatus } from '../content/article.ts';
import { COMMAND_FACTS } from '../content/desk/command-facts.generated.ts';
import { ARTICLE_COMMAND_NAMES, type ArticleCommandName } from '../content/desk/commands.ts';
import type { Role } from '../content/desk/roles.ts';
import type { Locale } from '../i18n/locales.ts';
import type { User } from './user.ts';

/** The articles on which a role may use a permission. */
type ArticleReach =
  | 'none'
  /** The user created it, and it was not approved yet: it is a draft or in review. */
  | 'own-drafts'
  /** The user created it, or it is published: then only its published text, see {@link seesDrafts}. */
  | 'own-or-published'
  /** The locales and categories of the account. */
  | 'scope'
  | 'all';

/** A permission on articles: how far it goes for each role. Each command declares the one that it demands. */
export type ArticlePermission = Readonly<Record<Role, ArticleReach>>;

const EDITORS = { editor: 'scope', 'editor-in-chief': 'all' } as const;
export const READ = {
  reporter: 'own-or-published',
  ...EDITORS,
} as const satisfies ArticlePermission;
/** Of the article to be created. */
export const BEGIN = { reporter: 'scope', ...EDITORS } as const satisfies ArticlePermission;
export const WRITE = { reporter: 'own-drafts', ...EDITORS } as const satisfies ArticlePermission;
/** What readers see, and when. */
export const PUBLISH = { reporter: 'none', ...EDITORS } as const satisfies ArticlePermission;

/** A permission that reaches to everything or to nothing. */
type Permission = Readonly<Record<Role, 'none' | 'all'>>;

const CHIEFS = { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' } as const;
/** The accounts of the newsroom. */
export const MANAGE_PEOPLE: Permission = CHIEFS;
/** The pins of the fronts, and their breaking-news lines. */
export const CURATE: Permission = CHIEFS;
/** Authors and topics: their pages are public and permanent. */
export const NAME_AUTHORS: Permission = { ...CHIEFS, editor: 'all' };
/** The user's own account. */
export const OWN_ACCOUNT = { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' } as const;

/** Whether a user may see the accounts of the newsroom and change them. */
export const mayManagePeople = (user: User): boolean => MANAGE_PEOPLE[user.role] === 'all';

/** Whether a user may pin articles on the fronts and write breaking-news lines. */
export const mayCurate = (user: User): boolean => CURATE[user.role] === 'all';

/** Whether an article was not approved for publication yet. */
export const isUnapproved = (status: ArticleStatus): boolean =>
  status === 'draft' || status === 'in_review';

/** Whether a locale and a category are in the scope of the user's account. */
export const isInScope = (user: User, { locale, category }: Pick<Subject, 'locale' | 'category'>) =>
  (user.locales?.includes(locale) ?? true) && (user.categories?.includes(category) ?? true);

/** Whether a user may create authors and topics. */
export const mayNameAuthors = (user: User): boolean => NAME_AUTHORS[user.role] === 'all';

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
  may(user, READ, subject) &&
  (READ[user.role] !== 'own-or-published' || subject.createdBy === user.id);

/**
 * Whether a user may use a permission on an article.
 * @param subject - for {@link BEGIN}: the article to be created
 */
export function may(user: User, permission: ArticlePermission, subject: Subject): boolean {
  const reach = permission[user.role];
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

/** The commands that a user may run on an article in its present status. */
export const commandsFor = (user: User, subject: Subject): ArticleCommandName[] =>
  ARTICLE_COMMAND_NAMES.filter((name) => {
    const { permission, statuses } = COMMAND_FACTS.article[name];
    return (
      (statuses as readonly ArticleStatus[]).includes(subject.status) &&
      may(user, permission, subject)
    );
  });
