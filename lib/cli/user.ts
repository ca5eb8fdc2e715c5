import { newsroomAddress } from '../pages/newsroom.ts';
import { randomBytes } from 'node:crypto';
import { addUser, disableUser, linkUser, listUsers, setPassword } from '../accounts/accounts.ts';
import type { Store } from '../db/store.ts';
import { ROLES } from '../content/desk/roles.ts';
import { environment } from '../env.ts';
import { CodedError } from '../errors.ts';
import { DEFAULT_LOCALE } from '../i18n/locales.ts';

export interface UserOptions {
  name: string;
  role: string;
  locales?: string;
  categories?: string;
}

const listOf = (value: string | undefined) => value?.split(',').map((part) => part.trim()) ?? null;

/**
 * Adds an account and prints the one-time link with which its owner sets a password; for an existing account,
 * prints a new link.
 * @throws CodedError `person` that says what is wrong
 */
export async function addFromTerminal(
  email: string,
  { name, role, locales, categories }: UserOptions,
  from: Store,
): Promise<boolean> {
  const token = await addUser(
    // The schema that validates them knows the allowed values.
    {
      email,
      name,
      role: role as never,
      locales: listOf(locales) as never,
      categories: listOf(categories) as never,
    },
    from,
  );
  console.log(`One-time link, valid for three days: ${joinAddress(token)}`);
  return true;
}

/** Prints all accounts: one a line, columns separated by tabs. */
export async function listFromTerminal({ database }: Store): Promise<boolean> {
  for (const user of await listUsers(database)) {
    const where = [user.locales, user.categories].map((list) => list?.join(',') ?? 'all');
    const state = user.isDisabled ? 'disabled' : user.hasPassword ? 'active' : 'invited';
    const factor = user.hasSecondFactor ? ['second factor'] : [];
    console.log([user.email, user.name, user.role, ...where, state, ...factor].join('\t'));
  }
  return true;
}

/** Blocks an account, and warns when no editor-in-chief is left. */
export async function disableFromTerminal(email: string, from: Store): Promise<boolean> {
  await disableUser(email, from);
  console.log(`${email} is blocked, and all its sessions have ended.`);
  const isLed = (await listUsers(from.database)).some(
    ({ role, isDisabled }) => role === 'editor-in-chief' && !isDisabled,
  );
  if (!isLed) console.log('No editor-in-chief is left. Add one with “npm run portal -- user add”.');
  return true;
}

/** Prints a new one-time link, for a user who lost their password or authenticator app. */
export async function linkFromTerminal(
  email: string,
  { withoutSecondFactor }: { withoutSecondFactor: boolean },
  from: Store,
): Promise<boolean> {
  const token = await linkUser(email, withoutSecondFactor, from);
  console.log(`One-time link, valid for three days: ${joinAddress(token)}`);
  return true;
}

/** The address of a one-time link. */
const joinAddress = (token: string) =>
  environment().SITE_URL + newsroomAddress(DEFAULT_LOCALE, `/join/${token}`);

/**
 * Refuses to create demonstration accounts where other people may rely on the database.
 * @throws CodedError `demo_accounts`
 */
export function checkDemoPeople(): void {
  const { NODE_ENV, DATABASE_URL } = environment();
  if (NODE_ENV === 'production' && DATABASE_URL) {
    throw new CodedError(
      'demo_accounts',
      'Demonstration accounts are not created in production on your own database. Add people with `npm run portal -- user add`.',
    );
  }
}

/** Creates one account for each role with a new password, and prints them: see {@link checkDemoPeople}. */
export async function addDemoPeople(from: Store): Promise<boolean> {
  const { SITE_URL } = environment();
  console.log(`Accounts for ${SITE_URL}/${DEFAULT_LOCALE}/newsroom:`);
  for (const role of ROLES) {
    const email = `${role}@caliber.example`;
    const password = randomBytes(9).toString('base64url');
    await addUser({ email, name: role.replaceAll('-', ' '), role }, from);
    await setPassword(email, password, from);
    console.log(`  ${email}  ${password}`);
  }
  return true;
}
