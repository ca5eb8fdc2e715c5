/** A month's sitemap, streamed while it is read: it may contain 50,000 addresses and is not cached. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
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
 * @returns false where there is no such part: then nothing is answered
 */
export async function answerSitemap(
  request: IncomingMessage,
  response: ServerResponse,
  wanted: SitemapPart,
): Promise<boolean> {
  const found = await sitemapMark(wanted.locale, wanted.month);
  if (!found || (wanted.part - 1) * MOST_ADDRESSES >= found.count) return false;
  // Weak: the compressed and the plain form share it.
  const etag = `W/"${found.count}.${BigInt(found.mark).toString(36)}"`;
  const modifiedAt = Date.parse(found.changedAt);
  const isGzip = prefersGzip(request.headers['accept-encoding']?.toString());
  response.setHeader('content-type', 'application/xml; charset=utf-8');
  response.setHeader('cache-control', 'public, max-age=0, must-revalidate');
  response.setHeader('etag', etag);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('last-modified', new Date(modifiedAt).toUTCString());
  if (isKnown(request.headers, { etag, modifiedAt })) {
    response.writeHead(304).end();
    return true;
  }
  if (isGzip) response.setHeader('content-encoding', 'gzip');
  response.writeHead(200);
  if (request.method === 'HEAD') {
    response.end();
    return true;
  }
  const text = Readable.from(sitemapText(environment().SITE_URL, wanted));
  await (isGzip ? pipeline(text, createGzip(), response) : pipeline(text, response));
  return true;
}
