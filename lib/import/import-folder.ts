import { join } from 'node:path';
import type { Database } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locales.ts';
import { closeCutter } from '../media/cutter.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { authorsSchema, importPeople, topicsSchema } from '../newsroom/import/import-people.ts';
import { introducePeople } from '../newsroom/import/introduce-people.ts';
import { uniquePictures } from './cut-picture.ts';
import { FormerAddresses } from './former-addresses.ts';
import { Batches } from './batches.ts';
import { lostPictures, NONE_LOST } from './lost-pictures.ts';
import { PeopleByName } from './people-by-name.ts';
import { showProgress } from '../progress.ts';
import { ArticleReader, type ReadArticle } from './read-article.ts';
import { markdownFiles, readYaml } from './read-folder.ts';

export interface ImportOptions {
  database: Database;
  folder: string;
  dryRun: boolean;
  /** For files of Hugo and Jekyll that state no language. */
  locale?: Locale;
  /** The category for files that match no category of the portal. */
  category?: string | undefined;
  /** Another folder with pictures. */
  media?: string | undefined;
  /** Whether to overwrite articles that came from elsewhere. */
  overwrite?: boolean | undefined;
  /** Prints a line; by default to standard output and standard error, replaced in tests. */
  say?: (line: string) => void;
  complain?: (line: string) => void;
}

/**
 * Imports a folder: files that changed since the last import are written, a faulty file is reported and
 * skipped.
 * @returns whether every file was imported
 * @throws CodedError for a folder, an `authors.yaml` or a `topics.yaml` that cannot be read
 */
export async function importFolder(options: ImportOptions): Promise<boolean> {
  const { database, folder, dryRun, say = console.log, complain = console.error } = options;
  const files = await markdownFiles(folder);
  const people = {
    authors: await readYaml(join(folder, 'authors.yaml'), authorsSchema),
    topics: await readYaml(join(folder, 'topics.yaml'), topicsSchema),
  };
  if (!dryRun) await importPeople(database, people);
  const lost = dryRun ? NONE_LOST : await lostPictures(database);
  const reader = new ArticleReader({
    ...options,
    locale: options.locale ?? DEFAULT_LOCALE,
    category: options.category ?? null,
    media: options.media ?? null,
    lost: lost.ids,
    people: await PeopleByName.read(database, people),
  });
  const redirects = new FormerAddresses();
  const known = await knownHashes(database);
  const counts = { created: 0, changed: 0, unchanged: 0, faulty: 0 };
  const progress = showProgress('Importing', files.length);
  const complainOf = (file: string, line: number, reason: string) => {
    complain(`${join(folder, file)}:${line}: ${reason}`);
  };

  const write = async (full: readonly ReadArticle[]) => {
    const { added, refused } = await writeBatch(options, reader, full, redirects, known);
    for (const kind of added) counts[kind]++;
    counts.faulty += refused.length;
    for (const { file, reason } of refused) complainOf(file, 1, reason);
  };
  const batches = new Batches(write);
  try {
    for (const file of files) {
      const read = await reader.read(file, known.get(file) ?? null);
      if (!read.ok) {
        counts.faulty++;
        for (const { line, reason } of read.refusal) complainOf(file, line, `(skipped) ${reason}`);
      } else if (read.value === 'unchanged') {
        counts.unchanged++;
        // Read but not written: its pictures are cut again if their files are missing.
        if (lost.ids.size > 0) await reader.read(file, null);
      } else {
        for (const { line, reason } of read.value.warnings)
          complainOf(file, line, `(kept) ${reason}`);
        await batches.add(read.value);
      }
      progress.step();
    }
    await batches.end();
    for (const { file, reason } of await redirects.write(database))
      complainOf(file, 1, `(kept) ${reason}`);
  } finally {
    progress.end();
    await closeCutter();
  }
  await lost.report(say);
  const { created, changed, unchanged, faulty } = counts;
  say(
    `${dryRun ? 'Would import' : 'Imported'} ${folder}: ${created} new, ${changed} changed, ` +
      `${unchanged} unchanged, ${faulty} faulty.`,
  );
  for (const sentence of reader.sentences()) say(sentence);
  if (files.length === 0) complain(`${folder} contains no Markdown file: nothing was imported.`);
  return faulty === 0 && files.length > 0;
}

/** Writes a batch, or only counts it in a dry run. */
async function writeBatch(
  { database, dryRun, overwrite = false }: ImportOptions,
  reader: ArticleReader,
  batch: readonly ReadArticle[],
  redirects: FormerAddresses,
  known: ReadonlyMap<string, string | null>,
): Promise<{ added: ('created' | 'changed')[]; refused: { file: string; reason: string }[] }> {
  if (dryRun) {
    const added = batch.map(({ article }) =>
      known.has(article.sourceName) ? 'changed' : 'created',
    );
    return { added, refused: [] };
  }
  await introducePeople(database, reader.people.takeIntroductions());
  const outcomes = await importArticles(
    database,
    batch.map(({ article }) => article),
    uniquePictures(batch.flatMap(({ pictures }) => pictures)),
    { overwrite },
  );
  for (const [index, outcome] of outcomes.entries()) {
    const read = batch[index];
    if (read && outcome.kind !== 'refused') redirects.add(read, outcome.slug);
  }
  return {
    added: outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [] : [outcome.kind])),
    refused: outcomes.flatMap((outcome) =>
      outcome.kind === 'refused' ? [{ file: outcome.sourceName, reason: outcome.reason }] : [],
    ),
  };
}

/** The hash of each file at its last import. */
async function knownHashes(database: Database): Promise<Map<string, string | null>> {
  const rows = await database
    .select({ name: articles.sourceName, hash: articles.sourceHash })
    .from(articles);
  return new Map(rows.flatMap(({ name, hash }) => (name === null ? [] : [[name, hash] as const])));
}
