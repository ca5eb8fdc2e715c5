import type { z } from 'zod';
import type { ArticlePermission } from '../../../accounts/permissions.ts';
import { store } from '../../../db/store.ts';
import type { User } from '../../../accounts/user.ts';
import { ARTICLE_STATUSES, type ArticleStatus } from '../../../content/article.ts';
import type { ArticleEventType } from '../../../events/events.ts';
import type { RefusalCode } from '../../../refusal.ts';
import { changeArticle, type Deed, type Work } from '../../change-article.ts';
import { defineCommand, type Command } from './define-command.ts';

/**
 * Declares a command on one article that does its work in one transaction.
 * @param declared.statuses - all, when they are missing
 * @param declared.event - appended when readers find or found the article; none, when they see no difference
 * @param declared.change - called with the locked article, after permission and status are checked
 */
export function articleCommand<Input extends z.ZodType, Value, const Code extends RefusalCode>({
  change,
  statuses = ARTICLE_STATUSES,
  ...declared
}: {
  input: Input;
  permission: ArticlePermission;
  statuses?: readonly ArticleStatus[];
  log: string;
  event?: ArticleEventType;
  refusals: readonly Code[];
  change: (work: Work & { user: User }, input: z.output<Input>) => Promise<Deed<Value>>;
}): Command<number, Input, Value, Code> {
  return defineCommand({
    ...declared,
    statuses,
    run: (user, articleId: number, input, from = store()) =>
      changeArticle(
        user,
        { ...declared, statuses },
        articleId,
        (work) => change({ ...work, user }, input),
        from,
      ),
  });
}
