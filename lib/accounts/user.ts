import { users } from '../db/schema/newsroom.ts';
import type { Role } from '../content/desk/roles.ts';
import type { Locale } from '../i18n/locales.ts';

/** Somebody who is signed in: what every command of the newsroom asks for first. */
export interface User {
  id: number;
  email: string;
  name: string;
  role: Role;
  /** Where the role holds; null: everywhere. */
  locales: Locale[] | null;
  categories: string[] | null;
}

/** The columns that a user is made of. */
export const userColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  locales: users.locales,
  categories: users.categories,
};
