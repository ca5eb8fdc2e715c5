import { open, rename } from 'node:fs/promises';
import type { Locale } from '../../i18n/locales.ts';

/** Writes the map from a site's addresses to ours; it is there whole or not at all. */
export interface RedirectMap {
  add(address: string, locale: Locale, slug: string): void;
  /** Writes what was added since: once a batch. */
  flush(): Promise<void>;
  end(): Promise<number>;
}

const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** A file of `from,to`, both as paths, as `portal redirects import` reads it. */
export async function writeRedirects(file: string): Promise<RedirectMap> {
  const handle = await open(`${file}.part`, 'w');
  let lines = ['from,to'];
  let count = 0;
  const flush = async () => {
    const text = lines.map((line) => `${line}\n`).join('');
    lines = [];
    await handle.writeFile(text);
  };
  return {
    add(address, locale, slug) {
      const url = URL.parse(address, 'https://site.invalid/');
      const from = url && url.pathname + url.search;
      const to = `/${locale}/post/${slug}`;
      if (!from || from === '/' || from === to) return;
      lines.push(`${quoted(from)},${quoted(to)}`);
      count++;
    },
    flush,
    async end() {
      await flush();
      await handle.close();
      await rename(`${file}.part`, file);
      return count;
    },
  };
}
