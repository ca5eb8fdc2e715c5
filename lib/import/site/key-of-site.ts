import { slugFor } from '../../content/slug.ts';
import { CodedError } from '../../errors.ts';
import { digest } from './site-post.ts';

export interface SiteKey {
  /** Prefix of its stories' keys. */
  key: string;
  /** Its key before the whole address was part of it; null if that was the same. */
  formerKey: string | null;
}

/**
 * Identifies a site: by its host, and on a shared host also by its port and the site's folder. Posts of
 * different sites have the same numbers.
 * @param address - an absolute URL
 * @throws TypeError if the address is not an absolute URL
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

/** The error for an export that does not state its site: two such exports would overwrite each other. */
export function unnamedSite(file: string): CodedError {
  return new CodedError(
    'site',
    `${file} does not say which site it comes from: name its address by --site https://….`,
  );
}
