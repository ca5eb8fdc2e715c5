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
import { lostPictures, NONE_LOST } from './lost-pictures.ts';
import { PeopleByName } from './people-by-name.ts';
import { showProgress } from '../progress.ts';
import { ArticleReader, type ReadArticle } from './read-article.ts';
import { markdownFiles, readYaml } from './read-folder.ts';

/** Articles per transaction: enough to be fast, few enough to stay short and small. */
const BATCH = 100;

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

  let writing: Promise<void> = Promise.resolve();
  let batch: ReadArticle[] = [];
  const flush = async () => {
    const full = batch;
    batch = [];
    // The batch before is written while this one is read: never more than two are in memory.
    await writing;
    writing = write(full);
    // Awaited at the next flush; a failure must not count as unhandled until then.
    writing.catch(() => {});
  };
  const write = async (full: readonly ReadArticle[]) => {
    if (dryRun) {
      for (const { article } of full)
        counts[known.has(article.sourceName) ? 'changed' : 'created']++;
      return;
    }
    await introducePeople(database, reader.people.takeIntroductions());
    const outcomes = await importArticles(
      database,
      full.map(({ article }) => article),
      uniquePictures(full.flatMap(({ pictures }) => pictures)),
      { overwrite: options.overwrite ?? false },
    );
    for (const [index, outcome] of outcomes.entries()) {
      const read = full[index];
      if (read && outcome.kind !== 'refused') redirects.add(read, outcome.slug);
      if (outcome.kind === 'refused') {
        counts.faulty++;
        complainOf(outcome.sourceName, 1, outcome.reason);
      } else counts[outcome.kind]++;
    }
  };

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
        batch.push(read.value);
        for (const { line, reason } of read.value.warnings)
          complainOf(file, line, `(kept) ${reason}`);
      }
      progress.step();
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    await writing;
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
  if (files.length === 0) complain(`${folder} holds no Markdown file: nothing was imported.`);
  return faulty === 0 && files.length > 0;
}

/** The hash of each file at its last import. */
async function knownHashes(database: Database): Promise<Map<string, string | null>> {
  const rows = await database
    .select({ name: articles.sourceName, hash: articles.sourceHash })
    .from(articles);
  return new Map(rows.flatMap(({ name, hash }) => (name === null ? [] : [[name, hash] as const])));
}
