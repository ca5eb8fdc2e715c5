import { page as articlePage } from '../pages/article.ts';
import type { Database } from '../db/client.ts';
import { importRedirects, type RedirectLine } from '../newsroom/import/import-redirects.ts';
import type { ReadArticle } from './read-article.ts';

/** Former addresses of articles on the site that they come from: each redirects to the article. */
export class FormerAddresses {
  readonly #lines: (RedirectLine & { file: string })[] = [];

  add({ article, aliases }: ReadArticle, slug: string): void {
    const to = articlePage.href({ locale: article.frontMatter.locale, slug });
    for (const alias of aliases) {
      const from = alias.replace(/^https?:\/\/[^/?#]+(?=\/)/i, '');
      if (from !== to)
        this.#lines.push({ line: this.#lines.length, from, to, file: article.sourceName });
    }
  }

  /**
   * Writes all valid redirects: one that would make a loop, or that already has another target, is left out.
   * @returns the redirects left out, by the file that names them
   */
  async write(database: Database): Promise<{ file: string; reason: string }[]> {
    if (this.#lines.length === 0) return [];
    const first = await importRedirects(database, this.#lines);
    if (first.ok) return [];
    const faulty = new Set(first.refusal.map(({ line }) => line));
    await importRedirects(
      database,
      this.#lines.filter(({ line }) => !faulty.has(line)),
    );
    return first.refusal.map(({ line }) => {
      const { file = '', from = '', to = '' } = this.#lines[line] ?? {};
      return {
        file,
        reason: `${from} does not lead to ${to}: it has another target already, or would make a loop`,
      };
    });
  }
}
