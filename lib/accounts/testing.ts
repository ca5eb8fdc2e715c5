import { users } from '../db/schema/newsroom.ts';
import { userColumns, type User } from './user.ts';
import type { Store } from '../db/store.ts';

let number = 0;

/** A user for a test, without a password; omitted fields get default values. */
export async function somebody(
  { database }: Store,
  fields: Partial<Omit<User, 'id'>> = {},
): Promise<User> {
  number++;
  const [user] = await database
    .insert(users)
    .values({
      email: `person-${number}@caliber.example`,
      name: `Person ${number}`,
      role: 'editor-in-chief',
      ...fields,
    })
    .returning(userColumns);
  if (!user) throw new Error('Nobody was written.');
  return user;
}
