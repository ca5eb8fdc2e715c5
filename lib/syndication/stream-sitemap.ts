/** A month's sitemap, streamed while it is read: it may contain 50,000 addresses and is not cached. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Answer, Question } from '../answer.ts';
import { orLeftOut } from '../alarms.ts';
import { environment } from '../env.ts';
import { isKnown } from '../page-cache/conditional.ts';
import { prefersGzip } from '../page-cache/encoding.ts';
import type { Locale } from '../i18n/locales.ts';
import { readSitemapMonth, sitemapMark } from '../publication/lists/sitemap.ts';
import { store, type Store } from '../db/store.ts';
import { articleEntry, MOST_ADDRESSES, URLSET_END, URLSET_START } from './feeds/sitemap-xml.ts';

export interface SitemapPart {
  locale: Locale;
  /** `2026-11` */
  month: string;
  /** From 1. */
  part: number;
}

/**
 * The text of one part, in chunks.
 * @param site - the portal's own address, without a slash at its end
 */
export async function* sitemapText(
  site: string,
  { locale, month, part }: SitemapPart,
  from: Store = store(),
): AsyncGenerator<string> {
  yield URLSET_START;
  const window = { skip: (part - 1) * MOST_ADDRESSES, most: MOST_ADDRESSES };
  for await (const rows of readSitemapMonth(locale, month, window, from)) {
    yield rows
      .flatMap((row) => orLeftOut('sitemap', row.id, () => articleEntry(site, locale, row)))
      .join('');
  }
  yield URLSET_END;
}

/**
 * Answers with one part of a month, or 304 where the client already has it.
 * @returns null where there is no such part
 */
export async function answerSitemap(
  question: Question,
  wanted: SitemapPart,
): Promise<Answer | null> {
  const found = await sitemapMark(wanted.locale, wanted.month);
  if (!found || (wanted.part - 1) * MOST_ADDRESSES >= found.count) return null;
  // Weak: the compressed and the plain form share it.
  const etag = `W/"${found.count}.${BigInt(found.mark).toString(36)}"`;
  const modifiedAt = Date.parse(found.changedAt);
  const isGzip = prefersGzip(question.headers['accept-encoding']?.toString());
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
    etag,
    vary: 'accept-encoding',
    'last-modified': new Date(modifiedAt).toUTCString(),
  };
  if (isKnown(question.headers, { etag, modifiedAt })) return { status: 304, headers };
  const text = Readable.from(sitemapText(environment().SITE_URL, wanted), { objectMode: false });
  if (!isGzip) return { status: 200, headers, body: text };
  const gzip = createGzip();
  // An error of either destroys both; the one who sends the stream reports it.
  pipeline(text, gzip).catch(() => {});
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzip };
}
