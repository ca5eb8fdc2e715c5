/** The import from another system's export: posts in, articles out, a batch at a time. */
import { stat } from 'node:fs/promises';
import { publication } from '../../publication.config.ts';
import type { Database } from '../db/client.ts';
import { CodedError } from '../errors.ts';
import type { Locale } from '../i18n/locales.ts';
import { closeCutter } from '../media/cutter.ts';
import { importArticles } from '../newsroom/import-articles.ts';
import { importedBefore, type ImportedBefore } from '../newsroom/imported-before.ts';
import { introducePeople } from '../newsroom/introduce-people.ts';
import { uniquePictures } from './cut-picture.ts';
import { ghostSite } from './ghost/site.ts';
import { showProgress } from './progress.ts';
import { codeOf } from './read-folder.ts';
import { boundMemory } from './site/bounded-memory.ts';
import { articleOf, type MadeArticle } from './site/article-of.ts';
import { DiskMap } from './site/disk-map.ts';
import { placePost, type PlacedPost } from './site/place-post.ts';
import { writeRedirects } from './site/redirects.ts';
import { Report } from './site/report.ts';
import { isPost } from './site/site-post.ts';
import { wordpressSite } from './wordpress/site.ts';

/** Posts, and characters of them, that one transaction writes: memory is bounded by both. */
const BATCH = 100;
const BATCH_CHARACTERS = 2_000_000;

export interface ImportSiteOptions {
  database: Database;
  /** A WordPress export (`.xml`) or one of Ghost's (`.json`). */
  file: string;
  dryRun: boolean;
  /** Of posts that name no language. */
  locale: Locale;
  /** Where posts are put whose categories are none of ours. */
  category?: string | undefined;
  /** A folder with the site's pictures. */
  media?: string | undefined;
  /** Where the map from old addresses to ours is written. */
  redirects?: string | undefined;
  say?: (line: string) => void;
  complain?: (line: string) => void;
}

/**
 * Imports a site. What was imported and has not changed is passed by, so that a second run does nothing,
 * and one that was ended begins where the other stopped.
 * @returns whether every post went in
 * @throws CodedError for a file or folder that cannot be read, and a category that is none of ours
 */
export async function importSite(options: ImportSiteOptions): Promise<boolean> {
  const { database, file, dryRun, say = console.log, complain = console.error } = options;
  const undated = await checkOptions(options);
  const { site, faults } = await (/\.json$/i.test(file) ? ghostSite(file) : wordpressSite(file));
  const report = new Report(file, complain);
  for (const fault of faults) report.skip('the file itself', fault);
  const redirects = options.redirects && !dryRun ? await writeRedirects(options.redirects) : null;
  const place = {
    locale: options.locale,
    category: options.category ?? null,
    media: options.media ?? null,
  };
  const told = new DiskMap<string>();
  const introduced = new Set<string>();
  const collectGarbage = boundMemory();
  const progress = showProgress('Importing', site.total);

  let batch: PlacedPost[] = [];
  let characters = 0;
  const flush = async () => {
    const full = batch;
    batch = [];
    characters = 0;
    const before = await importedBefore(database, full);
    const made: { placed: PlacedPost; made: MadeArticle }[] = [];
    for (const placed of full) {
      const present = before.get(`${placed.story}.${placed.locale}`);
      if (isUnchanged(placed, present)) {
        report.counts.unchanged++;
        if (placed.post.address) redirects?.add(placed.post.address, placed.locale, present.slug);
        continue;
      }
      const article = await articleOf(placed, { base: site.base, undated, dryRun });
      if (!article.ok) report.skip(nameOf(placed), article.refusal);
      else made.push({ placed, made: article.value });
      if (article.ok) report.note(nameOf(placed), article.value.notes);
      if (article.ok && dryRun) report.counts[present ? 'changed' : 'created']++;
    }
    if (!dryRun) await write(made);
    await redirects?.flush();
  };
  const write = async (all: readonly { placed: PlacedPost; made: MadeArticle }[]) => {
    await introducePeople(database, {
      authors: all.flatMap(({ placed, made }) => newNames(placed.locale, 'author', made.authors)),
      topics: all.flatMap(({ placed, made }) => newNames(placed.locale, 'topic', made.topics)),
    });
    const outcomes = await importArticles(
      database,
      all.map(({ made }) => made.article),
      uniquePictures(all.flatMap(({ made }) => made.pictures)),
    );
    for (const [index, outcome] of outcomes.entries()) {
      const placed = all[index]?.placed;
      if (!placed) continue;
      if (outcome.kind === 'refused') report.skip(nameOf(placed), outcome.reason);
      else {
        report.counts[outcome.kind]++;
        const { address } = placed.post;
        if (address) redirects?.add(address, placed.locale, outcome.slug);
      }
    }
  };
  const newNames = (locale: Locale, kind: string, named: MadeArticle['authors']) =>
    named.flatMap(({ slug, name }) => {
      const key = `${kind} ${locale} ${slug}`;
      if (introduced.has(key)) return [];
      introduced.add(key);
      return [{ slug, locale, name }];
    });

  try {
    for await (const item of site.posts()) {
      if (!isPost(item)) {
        report.leave(item);
        continue;
      }
      const placed = await placePost(site, item, place, told);
      if (placed.ok) batch.push(placed.value);
      else report.skip(nameOf({ post: item }), placed.refusal);
      characters += item.html.length;
      if (batch.length >= BATCH || characters >= BATCH_CHARACTERS) await flush();
      collectGarbage();
      progress.step();
    }
    await flush();
  } finally {
    progress.end();
    told.close();
    site.close();
    await closeCutter();
  }
  const { faulty } = report.counts;
  for (const sentence of report.sentences(dryRun)) say(sentence);
  if (redirects) say(`Wrote ${await redirects.end()} redirects to ${options.redirects}.`);
  return faulty === 0;
}

const isUnchanged = (
  { sourceName, sourceHash }: PlacedPost,
  present: ImportedBefore | undefined,
): present is ImportedBefore =>
  present?.sourceName === sourceName && present.sourceHash === sourceHash;

const nameOf = ({ post }: Pick<PlacedPost, 'post'>): string =>
  `${post.id} “${post.title.slice(0, 80)}”`;

/** @returns the moment of the file, which a post without a date is given */
async function checkOptions({ file, media, category }: ImportSiteOptions): Promise<Date> {
  const slugs: readonly string[] = publication.categories.map(({ slug }) => slug);
  if (category !== undefined && !slugs.includes(category))
    throw new CodedError(
      'category',
      `--category is “${category}”: not one of ${slugs.join(', ')}.`,
    );
  const found = async (path: string) =>
    stat(path).catch((cause: unknown) => {
      throw new CodedError('file', `${path} cannot be read (${codeOf(cause)}).`, { cause });
    });
  if (media !== undefined && !(await found(media)).isDirectory())
    throw new CodedError('folder', `--media ${media} is no folder.`);
  return (await found(file)).mtime;
}
