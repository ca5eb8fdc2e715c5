import { page as articlePage } from '../../pages/article.ts';
import { open, rename } from 'node:fs/promises';
import type { Locale } from '../../i18n/locales.ts';

/** Writes the redirects from a site's addresses to ours; the file is complete or does not exist. */
export interface RedirectMap {
  add(address: string, locale: Locale, slug: string): void;
  /** Writes the lines added since the last call: once per batch. */
  flush(): Promise<void>;
  end(): Promise<number>;
}

const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** Creates a file of `from,to`, both as paths, in the format of `portal redirects import`. */
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
      const to = articlePage.href({ locale, slug });
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
