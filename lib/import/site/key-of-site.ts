import { slugFor } from '../../content/slug.ts';
import { CodedError } from '../../errors.ts';
import { digest } from './site-post.ts';

export interface SiteKey {
  /** Begins the keys of its stories. */
  key: string;
  /** What it was before the whole address counted; null where that was the same. */
  formerKey: string | null;
}

/**
 * What tells a site from every other: its host, and where it shares that with others also its port and the
 * folder in which it lies. Posts of several sites have the same numbers.
 */
export function keyOfSite(address: string): SiteKey {
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  const plain = slugFor(host.replaceAll('.', ' ')) || 'wordpress';
  const folder = url.pathname.replace(/\/+$/, '');
  if (folder === '' && url.port === '') return { key: plain, formerKey: null };
  const words = slugFor(folder.replaceAll('/', ' '));
  const mark = digest(url.host.replace(/^www\./, '') + folder);
  return { key: [plain, words, mark].filter(Boolean).join('-'), formerKey: plain };
}

/** Refuses an export that does not say of which site it is: two of them would write over each other. */
export function unnamedSite(file: string): CodedError {
  return new CodedError(
    'site',
    `${file} does not say which site it comes from: name its address by --site https://….`,
  );
}
