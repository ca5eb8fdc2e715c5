/** The import from another system's export: reads posts and writes articles, one batch at a time. */
import { stat } from 'node:fs/promises';
import { CATEGORY_SLUGS } from '../content/categories.ts';
import { notice } from '../content/notice.ts';
import type { Database } from '../db/client.ts';
import { CodedError } from '../errors.ts';
import type { Locale } from '../i18n/locales.ts';
import { closeCutter } from '../media/cutter.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { heldBy, importedBefore, type ImportedBefore } from '../newsroom/import/imported-before.ts';
import { introducePeople } from '../newsroom/import/introduce-people.ts';
import { cutPicture, uniquePictures } from './cut-picture.ts';
import { ghostSite } from './ghost/site.ts';
import { lostPictures, NONE_LOST } from './lost-pictures.ts';
import { showProgress } from '../progress.ts';
import { codeOf } from './read-folder.ts';
import { boundMemory } from './site/bounded-memory.ts';
import { articleOf, type MadeArticle } from './site/article-of.ts';
import { DiskMap } from './site/disk-map.ts';
import { keepFormerStories } from './site/former-key.ts';
import { placePost, type PlacedPost } from './site/place-post.ts';
import { writeRedirects } from './site/redirects.ts';
import { Report } from './site/report.ts';
import { isPost } from './site/site-post.ts';
import { wordpressSite } from './wordpress/site.ts';

/** Posts per transaction, and their characters: both limit the memory. */
const BATCH = 100;
const BATCH_CHARACTERS = 2_000_000;

export interface ImportSiteOptions {
  database: Database;
  /** A WordPress export (`.xml`) or one of Ghost's (`.json`). */
  file: string;
  dryRun: boolean;
  /** For posts that state no language. */
  locale: Locale;
  /** The category for posts that match no category of the portal. */
  category?: string | undefined;
  /** A folder with the site's pictures. */
  media?: string | undefined;
  /** The file for the redirects from old addresses to ours. */
  redirects?: string | undefined;
  /** The site's address, if its export does not contain it. */
  site?: string | undefined;
  /** Whether to overwrite articles that came from elsewhere. */
  overwrite?: boolean | undefined;
  /** Whether to print every line of the report. */
  verbose?: boolean | undefined;
  /** The file for every line of the report: beside the export by default. */
  report?: string | undefined;
  say?: (line: string) => void;
  complain?: (line: string) => void;
}

/**
 * Imports a site. Unchanged posts that were imported before are skipped, so that a second run does nothing,
 * and a run after an interrupted one continues where that one stopped.
 * @returns whether every post was imported; false for an export without any, which was not the right one
 * @throws CodedError for a file or folder that cannot be read, and for an unknown category
 */
export async function importSite(options: ImportSiteOptions): Promise<boolean> {
  const { database, file, dryRun, say = console.log, complain = console.error } = options;
  const overwrite = options.overwrite ?? false;
  await checkOptions(options);
  const now = new Date();
  const readSite = /\.json$/i.test(file) ? ghostSite : wordpressSite;
  const { site, faults } = await readSite(file, options.site);
  const report = new Report({
    source: file,
    file: options.report ?? `${file}.report.txt`,
    isVerbose: options.verbose ?? false,
    complain,
  });
  for (const fault of faults)
    report.skip('the file itself', notice`The file has a fault: ${fault}`);
  const redirects = options.redirects && !dryRun ? await writeRedirects(options.redirects) : null;
  const place = {
    locale: options.locale,
    category: options.category ?? null,
    media: options.media ?? null,
  };
  const lost = dryRun ? NONE_LOST : await lostPictures(database);
  const imported = new DiskMap<string>();
  const introduced = new Set<string>();
  const collectGarbage = boundMemory();
  const progress = showProgress('Importing', site.total);

  let batch: PlacedPost[] = [];
  let characters = 0;
  const flush = async () => {
    const full = batch;
    batch = [];
    characters = 0;
    await keepFormerStories(database, site, full);
    const before = await importedBefore(database, full);
    const made: { placed: PlacedPost; made: MadeArticle }[] = [];
    for (const placed of full) {
      const present = before.get(`${placed.story}.${placed.locale}`);
      if (present && isUnchanged(placed, present)) {
        report.counts.unchanged++;
        if (lost.ids.size > 0) await bringBack(placed, lost.ids);
        if (placed.post.address) redirects?.add(placed.post.address, placed.locale, present.slug);
        continue;
      }
      const held = present && !overwrite ? heldBy(present.sourceName, placed.sourceName) : null;
      if (held !== null) {
        report.skip(nameOf(placed), { kind: held, text: held });
        continue;
      }
      const article = await articleOf(placed, { base: site.base, now, dryRun, lost: lost.ids });
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
      const placed = await placePost(site, item, place, imported);
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
    imported.close();
    site.close();
    await closeCutter();
  }
  report.end();
  await lost.report(say);
  const { created, changed, unchanged, faulty } = report.counts;
  const isEmpty = created + changed + unchanged === 0;
  if (isEmpty) complain(`Nothing of ${file} was imported: ${whyEmpty(site.total)}.`);
  for (const sentence of report.sentences(dryRun)) say(sentence);
  if (redirects) say(`Wrote ${await redirects.end()} redirects to ${options.redirects}.`);
  return faulty === 0 && !isEmpty;
}

/** Cuts the pictures of an unchanged article again if their files are missing. */
async function bringBack({ files }: PlacedPost, lost: ReadonlySet<string>): Promise<void> {
  for (const path of files.values())
    await cutPicture({ path, sourceName: path, dryRun: false, lost });
}

const whyEmpty = (posts: number): string =>
  posts === 0
    ? 'it holds no posts'
    : `it holds ${posts} posts, and none of them went in; the report says why of each`;

const isUnchanged = ({ sourceName, sourceHash }: PlacedPost, present: ImportedBefore): boolean =>
  present.sourceName === sourceName && present.sourceHash === sourceHash;

const nameOf = ({ post }: Pick<PlacedPost, 'post'>): string =>
  `${post.id} “${post.title.slice(0, 80)}”`;

async function checkOptions({ file, media, category, site }: ImportSiteOptions): Promise<void> {
  if (site !== undefined && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    throw new CodedError('site', `--site ${site} is no address of a site: https://….`);
  const slugs: readonly string[] = CATEGORY_SLUGS;
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
  await found(file);
}
