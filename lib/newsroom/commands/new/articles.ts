import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { BEGIN, may } from '../../../accounts/permissions.ts';
import { store, type Store } from '../../../db/store.ts';
import type { User } from '../../../accounts/user.ts';
import { emptyDraft } from '../../../content/draft/draft.ts';
import { stories } from '../../../db/schema/articles.ts';
import { Refused } from '../../../refusal.ts';
import { categoryIdOf } from '../../category-id.ts';
import { inTransaction } from '../../change-article.ts';
import { freeSlug } from '../../free-slug.ts';
import { defineCommand } from '../declare/define-command.ts';
import { category, locale } from '../declare/inputs.ts';
import { choosingSlug, insertDraft } from '../insert-draft.ts';

const input = z.strictObject({
  locale,
  category,
  headline: z.string().trim().min(1).max(300),
});

/** Creates a story with its first article, a draft. */
export const command = defineCommand({
  input,
  permission: BEGIN,
  log: 'create',
  refusals: ['slug_taken'],
  run: (user: User, _: null, wish: z.output<typeof input>, from = store()) =>
    choosingSlug(() => create(user, wish, from)),
});

const create = (user: User, wish: z.output<typeof input>, from: Store) =>
  inTransaction(from, async (tx) => {
    if (!may(user, BEGIN, { ...wish, status: 'draft', createdBy: user.id })) {
      throw new Refused('forbidden', 'Your role does not allow this locale and category.');
    }
    const categoryId = await categoryIdOf(tx, wish.category);
    const slug = await freeSlug(tx, wish.locale, wish.headline);
    const [story] = await tx
      .insert(stories)
      .values({ key: `${slug}-${randomBytes(4).toString('hex')}`, categoryId })
      .returning();
    if (!story) throw new Error('No story was written.');
    return insertDraft(tx, user, from.clock.now(), {
      story,
      locale: wish.locale,
      slug,
      draft: emptyDraft(wish.headline),
      verb: 'create',
    });
  });
