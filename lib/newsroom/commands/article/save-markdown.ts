import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import type { Store } from '../../../db/store.ts';
import type { User } from '../../../accounts/user.ts';
import { ARTICLE_STATUSES } from '../../../content/article.ts';
import { draftSchema } from '../../../content/draft/draft.ts';
import { parseMarkdown } from '../../../content/markdown/parse.ts';
import { TooMuch } from '../../../lanes.ts';
import { ok, refuse } from '../../../result.ts';
import { readMarkdownAside } from '../../markdown/read-markdown-aside.ts';
import { defineCommand } from '../declare/define-command.ts';
import { version } from '../declare/inputs.ts';
import { command as save } from './save.ts';

/** The longest time for parsing one text, in milliseconds. */
const READ_TIME = 5000;
/** The address of a library picture in Markdown. */
const PICTURE = /^\/media\/([0-9a-f]{32})$/;

const input = z.strictObject({
  version,
  draft: draftSchema.omit({ body: true }).extend({ markdown: z.string().max(1_000_000) }),
});

/**
 * Saves a revision whose body is written as Markdown; the rest as of the command `save`.
 * Answers also `problems`: elements that the document tree does not support, which were reduced or left out.
 */
export const command = defineCommand({
  input,
  permission: WRITE,
  statuses: ARTICLE_STATUSES,
  log: 'save',
  refusals: ['stale', 'throttled'],
  run: async (user: User, articleId: number, wish: z.output<typeof input>, from?: Store) => {
    const { markdown, ...fields } = wish.draft;
    const root = await readMarkdownAside(markdown, READ_TIME, String(user.id)).catch(
      (cause: unknown) => {
        if (cause instanceof TooMuch) return null;
        throw cause;
      },
    );
    if (!root)
      return refuse({
        code: 'throttled' as const,
        message: 'The text is not saved: too many texts are being read. Try again in a minute.',
      });
    if (!root.ok)
      return refuse({
        code: 'invalid' as const,
        message: `The text is not saved: ${root.refusal}.`,
      });
    const { body, problems } = parseMarkdown(root.value, (src) => PICTURE.exec(src)?.[1] ?? null);
    const saved = await save.run(
      user,
      articleId,
      { version: wish.version, draft: { ...fields, body }, reason: 'kept' },
      from,
    );
    return saved.ok ? ok({ ...saved.value, problems }) : saved;
  },
});
