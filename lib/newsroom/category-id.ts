import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { categories } from '../db/schema/categories.ts';
import { Refused } from '../refusal.ts';

/**
 * The id of a category.
 * @throws Refused `invalid` when the publication has no such category
 */
export async function categoryIdOf(tx: Transaction, slug: string): Promise<number> {
  const [row] = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.slug, slug));
  if (!row) throw new Refused('invalid', `There is no category “${slug}”.`);
  return row.id;
}
