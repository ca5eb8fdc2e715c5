/**
 * Who may do what with the pictures of the library: the only such table, as `permissions.ts` is for articles.
 */
import type { MediaVerb } from '../content/desk/media.ts';
import type { Role } from '../content/desk/roles.ts';
import { isInScope, isUnapproved, type Subject } from './permissions.ts';
import type { User } from './user.ts';

/** The pictures on which a role may use a verb. */
type MediaReach =
  | 'none'
  /** The user uploaded it. */
  | 'own'
  /** The user uploaded it, and no article that shows it was approved yet: all are drafts or in review. */
  | 'own-unapproved'
  /** The user uploaded it, or every article that shows it is in the locales and categories of the account. */
  | 'scope'
  | 'all';

export const MEDIA_PERMISSIONS: Record<Role, Record<MediaVerb, MediaReach>> = {
  reporter: {
    upload: 'all',
    describe: 'own',
    focus: 'own-unapproved',
    replace: 'own-unapproved',
    remove: 'own-unapproved',
  },
  editor: { upload: 'all', describe: 'all', focus: 'scope', replace: 'scope', remove: 'scope' },
  'editor-in-chief': {
    upload: 'all',
    describe: 'all',
    focus: 'all',
    replace: 'all',
    remove: 'all',
  },
};

/** The facts of a picture that the permission depends on: who uploaded it, and the articles that show it. */
export interface MediaSubject {
  uploadedBy: number | null;
  uses: readonly Pick<Subject, 'locale' | 'category' | 'status'>[];
}

/** Whether a user may use a verb on a picture of the library. */
export function mayWithMedia(user: User, verb: MediaVerb, picture: MediaSubject): boolean {
  const reach = MEDIA_PERMISSIONS[user.role][verb];
  const isOwn = picture.uploadedBy === user.id;
  switch (reach) {
    case 'none':
      return false;
    case 'own':
      return isOwn;
    case 'own-unapproved':
      return isOwn && picture.uses.every(({ status }) => isUnapproved(status));
    case 'scope':
      return isOwn || picture.uses.every((use) => isInScope(user, use));
    case 'all':
      return true;
  }
}
