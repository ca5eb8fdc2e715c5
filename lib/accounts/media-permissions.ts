/** The permissions on the pictures of the library, as `permissions.ts` has those on articles. */
import { COMMAND_FACTS } from '../content/desk/command-facts.generated.ts';
import { PICTURE_COMMAND_NAMES, type PictureCommandName } from '../content/desk/commands.ts';
import type { Role } from '../content/desk/roles.ts';
import { isInScope, isUnapproved, type Subject } from './permissions.ts';
import type { User } from './user.ts';

/** The pictures on which a role may use a permission. */
type PictureReach =
  | 'none'
  /** The user uploaded it. */
  | 'own'
  /** The user uploaded it, and no article that shows it was approved yet: all are drafts or in review. */
  | 'own-unapproved'
  /** The user uploaded it, or every article that shows it is in the locales and categories of the account. */
  | 'scope'
  | 'all';

/** A permission on pictures: how far it goes for each role. Each command declares the one that it demands. */
export type PicturePermission = Readonly<Record<Role, PictureReach>>;

/** To put a picture into the library. */
export const ADD_PICTURE = {
  reporter: 'all',
  editor: 'all',
  'editor-in-chief': 'all',
} as const satisfies PicturePermission;
export const DESCRIBE_PICTURE = { ...ADD_PICTURE, reporter: 'own' } as const;
/** What readers see of it. */
export const CHANGE_PICTURE = {
  ...ADD_PICTURE,
  reporter: 'own-unapproved',
  editor: 'scope',
} as const satisfies PicturePermission;

/** The facts of a picture that the permission depends on: who uploaded it, and the articles that show it. */
export interface MediaSubject {
  uploadedBy: number | null;
  uses: readonly Pick<Subject, 'locale' | 'category' | 'status'>[];
}

/** The commands that a user may run on a picture. */
export const pictureCommandsFor = (user: User, picture: MediaSubject): PictureCommandName[] =>
  PICTURE_COMMAND_NAMES.filter((name) =>
    mayWithPicture(user, COMMAND_FACTS.picture[name].permission, picture),
  );

/** Whether a user may use a permission on a picture of the library. */
export function mayWithPicture(
  user: User,
  permission: PicturePermission,
  picture: MediaSubject,
): boolean {
  const reach = permission[user.role];
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
