/**
 * The commands on an article, by the names that they have in addresses, each with the schema of its input.
 */
import { z } from 'zod';
import { publication } from '../../../publication.config.ts';
import type { Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import { keySchema } from '../../content/draft/draft.ts';
import { LOCALES } from '../../i18n/locales.ts';
import type { Result } from '../../result.ts';
import { autosave } from './autosave.ts';
import { markdownDraftSchema, saveMarkdown } from './save-markdown.ts';
import { createPreviewLink, revokePreviewLink } from './preview-links.ts';
import { markCurrent } from './mark-current.ts';
import {
  correctArticle,
  publishArticle,
  scheduleArticle,
  unscheduleArticle,
  updateArticle,
  withdrawArticle,
} from './publish-articles.ts';
import type { Refusal } from '../../refusal.ts';
import { changeSlug, moveArticle } from './slugs.ts';
import { restoreRevision, saveRevision, saveSchema } from './save-revision.ts';
import { autosaveSchema } from '../working-copy.ts';
import { submitArticle, translateArticle } from './write-articles.ts';

const version = z.number().int().min(1);
const categorySchema = z.enum(publication.categories.map(({ slug }) => slug));

export const createSchema = z.strictObject({
  locale: z.enum(LOCALES),
  category: categorySchema,
  headline: z.string().trim().min(1).max(300),
});

interface Command {
  schema: z.ZodType;
  run: (
    user: User,
    articleId: number,
    wish: never,
    from?: Store,
  ) => Promise<Result<unknown, Refusal>>;
}

const command = <Schema extends z.ZodType>(
  schema: Schema,
  run: (
    user: User,
    articleId: number,
    wish: z.output<Schema>,
    from?: Store,
  ) => Promise<Result<unknown, Refusal>>,
) => ({ schema, run });

export const COMMANDS = {
  autosave: command(autosaveSchema, autosave),
  save: command(saveSchema, saveRevision),
  restore: command(z.strictObject({ version, restored: version }), restoreRevision),
  'save-markdown': command(z.strictObject({ version, draft: markdownDraftSchema }), saveMarkdown),
  submit: command(z.strictObject({}), (user, id, _, from) => submitArticle(user, id, from)),
  publish: command(z.strictObject({ version }), publishArticle),
  schedule: command(
    z.strictObject({
      version,
      at: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
    }),
    scheduleArticle,
  ),
  unschedule: command(z.strictObject({}), (user, id, _, from) => unscheduleArticle(user, id, from)),
  update: command(z.strictObject({ version, isTold: z.boolean() }), updateArticle),
  correct: command(z.strictObject({ text: z.string().trim().min(1).max(5000) }), correctArticle),
  withdraw: command(
    z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
    withdrawArticle,
  ),
  'change-slug': command(z.strictObject({ slug: keySchema }), changeSlug),
  move: command(z.strictObject({ category: categorySchema }), moveArticle),
  translate: command(z.strictObject({ locale: z.enum(LOCALES) }), translateArticle),
  'mark-current': command(
    z.strictObject({ original: version.nullable().default(null) }),
    markCurrent,
  ),
  'preview-link': command(
    z.strictObject({
      version: version.nullable(),
      days: z.number().int().min(1).max(30).default(7),
    }),
    createPreviewLink,
  ),
  'revoke-preview-link': command(
    z.strictObject({ linkId: z.number().int().min(1) }),
    revokePreviewLink,
  ),
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;

/** Whether an address names a command. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/**
 * Validates the input of a command and runs it.
 * @param wish - the input as it was received, not validated
 * @returns the result of the command; `invalid` when the input does not match its schema
 */
export async function runCommand(
  name: CommandName,
  user: User,
  articleId: number,
  wish: unknown,
  from?: Store,
): Promise<Result<unknown, Refusal>> {
  const { schema, run } = COMMANDS[name] as Command;
  const parsed = schema.safeParse(wish);
  if (!parsed.success) {
    return { ok: false, refusal: { code: 'invalid', message: z.prettifyError(parsed.error) } };
  }
  return run(user, articleId, parsed.data as never, from);
}
