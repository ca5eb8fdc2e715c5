import { createHash } from 'node:crypto';
import type { Answer, Question } from '../answer.ts';
import { isKnown } from '../page-cache/conditional.ts';
import { CACHE_CONTROL } from '../page-cache/send.ts';
import { syndicate } from '../syndication/files.ts';

/**
 * Answers with a file that programs read: a feed, a small sitemap, robots.txt and similar.
 * @param path - the file's public address
 */
export async function answerFile(question: Question, path: string): Promise<Answer> {
  const made = await syndicate(path);
  if (!made) return NO_FILE;
  const etag = `W/"${createHash('sha256').update(made.text).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': made.contentType,
    'cache-control': CACHE_CONTROL,
    'accept-ranges': 'none',
    etag,
    ...(made.links !== undefined && { link: made.links }),
  };
  if (isKnown(question.headers, { etag, modifiedAt: null })) return { status: 304, headers };
  return { status: 200, headers, body: made.text };
}

export const NO_FILE: Answer = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: 'There is no such file.\n',
};
