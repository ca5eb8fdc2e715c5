/** Who may do what with the pictures of the library: the one table, as `permissions.ts` is of articles. */
import type { MediaVerb } from '../content/desk/media.ts';
import type { Role } from '../content/desk/roles.ts';
import { isInScope, isUnapproved, type Subject } from './permissions.ts';
import type { User } from './user.ts';

/** How far a verb on a picture goes. */
type MediaReach =
  | 'none'
  /** Uploaded it. */
  | 'own'
  /** Uploaded it, and every article that shows it is still in a reporter’s hands: nothing of it was approved. */
  | 'own-unapproved'
  /** Uploaded it, or every article that shows it is of the locales and categories of one's account. */
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

/** What of a picture decides: who uploaded it, and the articles that show it. */
export interface MediaSubject {
  uploadedBy: number | null;
  uses: readonly Pick<Subject, 'locale' | 'category' | 'status'>[];
}

/** Whether somebody may do something with a picture of the library. */
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
