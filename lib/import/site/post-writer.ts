/** Writes the placed posts of a site's import, one batch at a time. */
import type { Database } from '../../db/client.ts';
import type { Locale } from '../../i18n/locales.ts';
import { importArticles } from '../../newsroom/import/import-articles.ts';
import {
  heldBy,
  importedBefore,
  type ImportedBefore,
} from '../../newsroom/import/imported-before.ts';
import { introducePeople } from '../../newsroom/import/introduce-people.ts';
import { cutPicture, uniquePictures } from '../cut-picture.ts';
import { articleOf, type MadeArticle } from './article-of.ts';
import { keepFormerStories } from './former-key.ts';
import type { PlacedPost } from './place-post.ts';
import type { RedirectMap } from './redirects.ts';
import type { Report } from './report.ts';
import type { Site } from './site-post.ts';

interface PostWriterOptions {
  database: Database;
  site: Site;
  report: Report;
  redirects: RedirectMap | null;
  dryRun: boolean;
  /** Whether to overwrite articles that came from elsewhere. */
  overwrite?: boolean | undefined;
  /** Pictures of the portal with missing files. */
  lost: ReadonlySet<string>;
}

interface Pair {
  placed: PlacedPost;
  made: MadeArticle;
}

export class PostWriter {
  readonly #options: PostWriterOptions;
  /** When the import began. */
  readonly #now = new Date();
  /** The authors and topics that this import has created. */
  readonly #introduced = new Set<string>();

  constructor(options: PostWriterOptions) {
    this.#options = options;
  }

  /** Writes the posts that are new or changed, and reports what became of each. */
  async write(batch: readonly PlacedPost[]): Promise<void> {
    const { database, site, dryRun } = this.#options;
    await keepFormerStories(database, site, batch);
    const before = await importedBefore(database, batch);
    const made: Pair[] = [];
    for (const placed of batch) {
      const article = await this.#make(placed, before.get(`${placed.story}.${placed.locale}`));
      if (article) made.push({ placed, made: article });
    }
    if (!dryRun) await this.#writeArticles(made);
  }

  /** @returns null for a post that is not to be written */
  async #make(
    placed: PlacedPost,
    present: ImportedBefore | undefined,
  ): Promise<MadeArticle | null> {
    const { site, report, redirects, dryRun, lost, overwrite = false } = this.#options;
    if (present && isUnchanged(placed, present)) {
      report.counts.unchanged++;
      if (lost.size > 0) await bringBack(placed, lost);
      if (placed.post.address) redirects?.add(placed.post.address, placed.locale, present.slug);
      return null;
    }
    const held = present && !overwrite ? heldBy(present.sourceName, placed.sourceName) : null;
    if (held !== null) {
      report.skip(nameOf(placed), { kind: held, text: held });
      return null;
    }
    const article = await articleOf(placed, { base: site.base, now: this.#now, dryRun, lost });
    if (!article.ok) {
      report.skip(nameOf(placed), article.refusal);
      return null;
    }
    report.note(nameOf(placed), article.value.notes);
    if (dryRun) report.counts[present ? 'changed' : 'created']++;
    return article.value;
  }

  async #writeArticles(all: readonly Pair[]): Promise<void> {
    const { database, report, redirects, overwrite = false } = this.#options;
    await introducePeople(database, {
      authors: all.flatMap(({ placed, made }) =>
        this.#newNames(placed.locale, 'author', made.authors),
      ),
      topics: all.flatMap(({ placed, made }) =>
        this.#newNames(placed.locale, 'topic', made.topics),
      ),
    });
    const outcomes = await importArticles(
      database,
      all.map(({ made }) => made.article),
      uniquePictures(all.flatMap(({ made }) => made.pictures)),
      { overwrite },
    );
    for (const [index, outcome] of outcomes.entries()) {
      const placed = all[index]?.placed;
      if (!placed) continue;
      if (outcome.kind === 'refused')
        report.skip(nameOf(placed), { kind: outcome.reason, text: outcome.reason });
      else {
        report.counts[outcome.kind]++;
        const { address } = placed.post;
        if (address) redirects?.add(address, placed.locale, outcome.slug);
      }
    }
  }

  #newNames(locale: Locale, kind: string, named: MadeArticle['authors']) {
    return named.flatMap(({ slug, name }) => {
      const key = `${kind} ${locale} ${slug}`;
      if (this.#introduced.has(key)) return [];
      this.#introduced.add(key);
      return [{ slug, locale, name }];
    });
  }
}

/** Cuts the pictures of an unchanged article again if their files are missing. */
async function bringBack({ files }: PlacedPost, lost: ReadonlySet<string>): Promise<void> {
  for (const path of files.values())
    await cutPicture({ path, sourceName: path, dryRun: false, lost });
}

const isUnchanged = ({ sourceName, sourceHash }: PlacedPost, present: ImportedBefore): boolean =>
  present.sourceName === sourceName && present.sourceHash === sourceHash;

/** A post as the report names it. */
export const nameOf = ({ post }: Pick<PlacedPost, 'post'>): string =>
  `${post.id} “${post.title.slice(0, 80)}”`;
