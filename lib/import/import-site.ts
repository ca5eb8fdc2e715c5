/** The import from another system's export: reads posts and writes articles, one batch at a time. */
import { stat } from 'node:fs/promises';
import { CATEGORY_SLUGS } from '../content/categories.ts';
import { notice } from '../content/notice.ts';
import type { Database } from '../db/client.ts';
import { CodedError } from '../errors.ts';
import type { Locale } from '../i18n/locales.ts';
import { closeCutter } from '../media/cutter.ts';
import { showProgress } from '../progress.ts';
import { ghostSite } from './ghost/site.ts';
import { lostPictures, NONE_LOST } from './lost-pictures.ts';
import { codeOf } from './read-folder.ts';
import { boundMemory } from './site/bounded-memory.ts';
import { DiskMap } from './site/disk-map.ts';
import { placePost, type PlacedPost } from './site/place-post.ts';
import { nameOf, PostWriter } from './site/post-writer.ts';
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
  await checkOptions(options);
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
  const collectGarbage = boundMemory();
  const progress = showProgress('Importing', site.total);

  const writer = new PostWriter({ ...options, site, report, redirects, lost: lost.ids });
  let batch: PlacedPost[] = [];
  let characters = 0;
  const flush = async () => {
    const full = batch;
    batch = [];
    characters = 0;
    await writer.write(full);
    await redirects?.flush();
  };

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

const whyEmpty = (posts: number): string =>
  posts === 0
    ? 'it contains no posts'
    : `it contains ${posts} posts, and none was imported; the report gives the reason for each`;

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
