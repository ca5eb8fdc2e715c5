import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { mayNameAuthors, NAME_AUTHORS } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import type { NamedThing } from '../../../content/desk/desk.ts';
import { slugFor } from '../../../content/slug.ts';
import type { Transaction } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/newsroom.ts';
import { authors, topics } from '../../../db/schema/people.ts';
import { store } from '../../../db/store.ts';
import type { NameKind } from '../../../desk/names.ts';
import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import { Refused } from '../../../refusal.ts';
import { inTransaction } from '../../change-article.ts';
import { defineCommand } from '../declare/define-command.ts';
import { locale } from '../declare/inputs.ts';

const name = z.string().trim().max(120);
const input = z.strictObject({
  names: z
    .partialRecord(locale, name)
    .transform(
      (names) =>
        Object.fromEntries(Object.entries(names).filter(([, given]) => given)) as Partial<
          Record<Locale, string>
        >,
    )
    .refine((names) => Object.keys(names).length > 0, 'A name in one language at least.'),
});

/** Creates an author or a topic; its slug is made from the first of its names. */
export const command = defineCommand({
  input,
  permission: NAME_AUTHORS,
  log: ['create-author', 'create-topic'],
  refusals: [],
  run: (user: User, kind: NameKind, { names }: z.output<typeof input>, from = store()) =>
    inTransaction(from, async (tx): Promise<NamedThing> => {
      if (!mayNameAuthors(user)) {
        throw new Refused('forbidden', 'Authors and topics are made by editors.');
      }
      const given = LOCALES.flatMap((one) => names[one] ?? []);
      const slug = await freeName(tx, kind, slugFor(given[0] ?? '') || kind.slice(0, -1));
      await tx.insert(kind === 'authors' ? authors : topics).values({ slug, names });
      await tx.insert(auditLog).values({
        at: from.clock.now(),
        userId: user.id,
        verb: kind === 'authors' ? 'create-author' : 'create-topic',
        note: slug,
      });
      return { slug, names, name: given[0] ?? slug };
    }),
});

async function freeName(tx: Transaction, kind: NameKind, made: string): Promise<string> {
  const table = kind === 'authors' ? authors : topics;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? made : `${made}-${number}`;
    const [held] = await tx.select({ id: table.id }).from(table).where(eq(table.slug, slug));
    if (!held) return slug;
  }
}
