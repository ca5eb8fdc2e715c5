import { users } from '../db/schema/newsroom.ts';
import type { Role } from '../content/desk/roles.ts';
import type { Locale } from '../i18n/locales.ts';

/** A user who is signed in: the first argument of every command of the newsroom. */
export interface User {
  id: number;
  email: string;
  name: string;
  role: Role;
  /** The locales in which the role is valid; null: all. The same for the categories. */
  locales: Locale[] | null;
  categories: string[] | null;
}

/** The columns of a {@link User}. */
export const userColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  locales: users.locales,
  categories: users.categories,
};
