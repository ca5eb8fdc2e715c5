/** Written by `npm run generate` from the files of `lib/syndication/subscribers`. */
import { subscriber as indexnow } from './subscribers/indexnow.ts';
import { subscriber as websub } from './subscribers/websub.ts';

export const SUBSCRIBERS = {
  indexnow,
  websub,
} as const;
