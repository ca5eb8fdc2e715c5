/** Written by `npm run generate` from the files of `lib/newsroom/commands/article`. */
import { command as autosave } from './article/autosave.ts';
import { command as changeSlug } from './article/change-slug.ts';
import { command as correct } from './article/correct.ts';
import { command as markCurrent } from './article/mark-current.ts';
import { command as move } from './article/move.ts';
import { command as presence } from './article/presence.ts';
import { command as previewLink } from './article/preview-link.ts';
import { command as publish } from './article/publish.ts';
import { command as restore } from './article/restore.ts';
import { command as revokePreviewLink } from './article/revoke-preview-link.ts';
import { command as saveMarkdown } from './article/save-markdown.ts';
import { command as save } from './article/save.ts';
import { command as schedule } from './article/schedule.ts';
import { command as submit } from './article/submit.ts';
import { command as translate } from './article/translate.ts';
import { command as unschedule } from './article/unschedule.ts';
import { command as update } from './article/update.ts';
import { command as withdraw } from './article/withdraw.ts';

export const ARTICLE_COMMANDS = {
  autosave,
  'change-slug': changeSlug,
  correct,
  'mark-current': markCurrent,
  move,
  presence,
  'preview-link': previewLink,
  publish,
  restore,
  'revoke-preview-link': revokePreviewLink,
  'save-markdown': saveMarkdown,
  save,
  schedule,
  submit,
  translate,
  unschedule,
  update,
  withdraw,
} as const;
