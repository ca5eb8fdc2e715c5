/** Who may do what with the pictures of the library: the one table, as `permissions.ts` is of articles. */
import type { MediaVerb } from '../content/media.ts';
import type { Role } from '../content/roles.ts';
import { isInScope, type Subject } from './permissions.ts';
import type { User } from './user.ts';

/** How far a verb on a picture goes. */
type MediaReach =
  | 'none'
  /** Uploaded it. */
  | 'own'
  /** Uploaded it, and readers see it nowhere. */
  | 'own-unseen'
  /** Uploaded it, or every article that shows it is of the locales and categories of one's account. */
  | 'scope'
  | 'all';

export const MEDIA_PERMISSIONS: Record<Role, Record<MediaVerb, MediaReach>> = {
  reporter: {
    upload: 'all',
    describe: 'own',
    focus: 'own-unseen',
    replace: 'own-unseen',
    remove: 'own-unseen',
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
    case 'own-unseen':
      return isOwn && picture.uses.every(({ status }) => status !== 'published');
    case 'scope':
      return isOwn || picture.uses.every((use) => isInScope(user, use));
    case 'all':
      return true;
  }
}
