/** Requests pages from the framework, and finishes what it answers. */
import type { IncomingMessage } from 'node:http';
import { collectNotes, type PageNotes } from '../page-tags.ts';
import { askAs, askDetached, type FinishedAnswer } from './detached-exchange.ts';
import { finishPage, type PageData } from './finish/finish-page.ts';
import type { PageCacheCounts, PageCacheOptions } from './page-cache-options.ts';

/** A body as it is sent, its headers, and its hydration data. */
export interface Finished {
  body: Buffer;
  headers: Record<string, string>;
  data: PageData | null;
}

/** An answer of the framework, and what was noted while it was made. */
export interface Rendered {
  answer: FinishedAnswer;
  notes: PageNotes;
}

/** Headers of the framework that are kept with a cached page. */
const KEPT_HEADERS = ['x-robots-tag', 'link'];
/** And those that are kept with the response for a missing or moved page. */
const ABSENT_HEADERS = [...KEPT_HEADERS, 'location', 'cache-control'];
/** A hint in a Link header to preload a style sheet. */
const SHEET_HINT = /<[^>]*>;\s*rel=preload;\s*as="?style"?[^,]*(?:,\s*|$)/g;

type Options = Pick<
  PageCacheOptions,
  'listener' | 'host' | 'scripts' | 'styles' | 'isEdited' | 'onForeign'
>;

export class Framework {
  readonly #options: Options;
  readonly #counts: Pick<PageCacheCounts, 'foreign'>;

  /** @param counts - foreign scripts are counted there */
  constructor(options: Options, counts: Pick<PageCacheCounts, 'foreign'>) {
    this.#options = options;
    this.#counts = counts;
  }

  /**
   * Requests a page.
   * @param asked - an address, which is requested without any client's data; or a client's own request
   */
  ask(asked: string | IncomingMessage): Promise<Rendered> {
    const { listener, host } = this.#options;
    const isPersonal = typeof asked !== 'string';
    return collectNotes(
      () => (isPersonal ? askAs(listener, asked) : askDetached(listener, asked, host)),
      { isPersonal },
    );
  }

  /**
   * The bytes that are sent, and the headers that belong to them.
   * @param url - the address of the page, with its query
   * @param defers - whether the client runtime is deferred
   */
  finish(answer: FinishedAnswer, url: string, defers: boolean): Finished {
    const { scripts, styles, isEdited = false } = this.#options;
    const headers = headersOf(answer, KEPT_HEADERS);
    const isPage = answer.header('content-type')?.startsWith('text/html') ?? false;
    if (!isPage) return { body: answer.body, headers, data: null };
    const { body, policy, data, isStyled, foreign } = finishPage(answer.body, {
      url,
      scripts,
      styles,
      defers: defers && !isEdited,
    });
    if (!isEdited) {
      headers['content-security-policy'] = policy;
      this.#counts.foreign += foreign.length;
      for (const script of foreign) this.#options.onForeign?.(url.split('?')[0] ?? url, script);
    }
    if (isStyled && headers['link'])
      headers['link'] = headers['link'].replace(SHEET_HINT, '').replace(/,\s*$/, '');
    return { body, headers, data };
  }
}

/** The status of an answer: a page may have noted one that differs from the framework's 200. */
export const statusOf = ({ answer, notes }: Rendered): number =>
  answer.status === 200 ? notes.status : answer.status;

/** The headers of the framework that are sent with a missing or moved page. */
export function absentHeaders(answer: FinishedAnswer, status: number): Record<string, string> {
  const headers = headersOf(answer, ABSENT_HEADERS);
  if (status >= 400) headers['cache-control'] = 'no-store';
  return headers;
}

function headersOf(answer: FinishedAnswer, names: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of names) {
    const value = answer.header(name);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}
