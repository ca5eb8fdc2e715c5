import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { users, workingCopies } from '../db/schema/newsroom.ts';

export type WorkingCopy = typeof workingCopies.$inferSelect;

/** An article's working copy; null before the first autosave. */
export async function readCopy(
  tx: Transaction | Database,
  articleId: number,
): Promise<WorkingCopy | null> {
  const [row] = await tx.select().from(workingCopies).where(eq(workingCopies.articleId, articleId));
  return row ?? null;
}

/** The name of a user; the empty string when there is none. */
export async function nameOfUser(tx: Transaction | Database, id: number | null): Promise<string> {
  if (id === null) return '';
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, id));
  return row?.name ?? '';
}
