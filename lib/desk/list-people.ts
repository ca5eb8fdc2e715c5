import { listUsers } from '../accounts/accounts.ts';
import { mayManagePeople } from '../accounts/permissions.ts';
import type { User } from '../accounts/user.ts';
import { store, type Store } from '../db/store.ts';
import type { Refusal } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';

type Person = Awaited<ReturnType<typeof listUsers>>[number];

/** All accounts, for a user who manages people. */
export async function listPeople(
  user: User,
  { database }: Store = store(),
): Promise<Result<Person[], Refusal>> {
  return mayManagePeople(user)
    ? ok(await listUsers(database))
    : refuse({ code: 'forbidden', message: 'Only an editor-in-chief manages people.' });
}
