import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publication } from '../../publication.config.ts';
import { bodySchema } from '../content/body.ts';
import { readFrontMatter, type Fault } from '../content/front-matter.ts';
import { parseMarkdown, pictureSources, readMarkdown } from '../content/markdown/parse.ts';
import type { Database } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { closeCutter } from '../media/cutter.ts';
import { importArticles } from '../newsroom/import-articles.ts';
import type { ImportedArticle, ImportedPicture } from '../newsroom/imported-article.ts';
import { authorsSchema, importPeople, topicsSchema } from '../newsroom/import-people.ts';
import { refuse, ok, type Result } from '../result.ts';
import { cutPicture, uniquePictures } from './cut-picture.ts';
import { showProgress } from './progress.ts';
import { hashWithPictures, markdownFiles, pictureInFolder, readYaml } from './read-folder.ts';

/** Articles that one transaction writes: enough to be fast, few enough to stay short and small. */
const BATCH = 100;

export interface ImportOptions {
  database: Database;
  folder: string;
  dryRun: boolean;
  /** Where a sentence goes; standard output and standard error but in tests. */
  say?: (line: string) => void;
  complain?: (line: string) => void;
}

interface ReadArticle {
  article: ImportedArticle;
  pictures: ImportedPicture[];
}

/**
 * Imports a folder: what changed since the last time is written, a faulty file is named and skipped.
 * @returns whether every file went in
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
  const known = await knownHashes(database);
  const counts = { created: 0, changed: 0, unchanged: 0, faulty: 0 };
  const told = new Map<string, string>();
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
    const outcomes = await importArticles(
      database,
      full.map(({ article }) => article),
      uniquePictures(full.flatMap(({ pictures }) => pictures)),
    );
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') {
        counts.faulty++;
        complainOf(outcome.sourceName, 1, outcome.reason);
      } else counts[outcome.kind]++;
    }
  };

  try {
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8');
      const sourceHash = await hashWithPictures(folder, text);
      if (known.get(file) === sourceHash) counts.unchanged++;
      else {
        const read = await readArticle({ folder, file, text, sourceHash, dryRun, told });
        if (read.ok) {
          batch.push(read.value.read);
          for (const { line, reason } of read.value.warnings)
            complainOf(file, line, `(kept) ${reason}`);
        } else {
          counts.faulty++;
          for (const { line, reason } of read.refusal)
            complainOf(file, line, `(skipped) ${reason}`);
        }
      }
      progress.step();
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    await writing;
  } finally {
    progress.end();
    await closeCutter();
  }
  const { created, changed, unchanged, faulty } = counts;
  say(
    `${dryRun ? 'Would import' : 'Imported'} ${folder}: ${created} new, ${changed} changed, ` +
      `${unchanged} unchanged, ${faulty} faulty.`,
  );
  return faulty === 0;
}

/** The hash that each file had when it was last imported. */
async function knownHashes(database: Database): Promise<Map<string, string | null>> {
  const rows = await database
    .select({ name: articles.sourceName, hash: articles.sourceHash })
    .from(articles);
  return new Map(rows.flatMap(({ name, hash }) => (name === null ? [] : [[name, hash] as const])));
}

async function readArticle(input: {
  folder: string;
  file: string;
  text: string;
  sourceHash: string;
  dryRun: boolean;
  told: Map<string, string>;
}): Promise<Result<{ read: ReadArticle; warnings: Fault[] }, Fault[]>> {
  const { folder, file, text, sourceHash, dryRun, told } = input;
  const head = readFrontMatter(
    text,
    publication.categories.map(({ slug }) => slug),
  );
  if (!head.ok) return head;
  const { frontMatter, markdown, line } = head.value;
  const telling = `${frontMatter.story}.${frontMatter.locale}`;
  const other = told.get(telling);
  if (other)
    return refuse([
      { line: 1, reason: `${other} already tells ${frontMatter.story} in ${frontMatter.locale}` },
    ]);
  told.set(telling, file);

  const root = readMarkdown(markdown);
  const pictures = new Map<string, ImportedPicture>();
  const lead = frontMatter.image?.src;
  for (const src of new Set([...(lead ? [lead] : []), ...pictureSources(root)])) {
    const picture = await pictureOf(folder, src, dryRun);
    if (!picture.ok)
      return refuse([
        { line: lineOf(text, src), reason: `the picture ${src}: ${picture.refusal}` },
      ]);
    pictures.set(src, picture.value);
  }
  const { body, problems } = parseMarkdown(root, (src) => pictures.get(src)?.imageId ?? null);
  const checked = bodySchema.safeParse(body);
  if (!checked.success) {
    return refuse([
      { line, reason: `the text makes no valid article: ${checked.error.issues[0]?.message}` },
    ]);
  }
  return ok({
    read: {
      article: {
        frontMatter,
        body,
        imageId: (lead && pictures.get(lead)?.imageId) ?? null,
        sourceName: file,
        sourceHash,
      },
      pictures: [...pictures.values()],
    },
    warnings: problems.map((problem) => ({
      line: problem.line + line - 1,
      reason: problem.reason,
    })),
  });
}

async function pictureOf(
  folder: string,
  src: string,
  dryRun: boolean,
): Promise<Result<ImportedPicture, string>> {
  const path = await pictureInFolder(folder, src);
  if (!path) return refuse('there is no such file in the folder');
  return cutPicture({ path, sourceName: src.replace(/^(\.\/)?(images\/)?/, ''), dryRun });
}

function lineOf(text: string, part: string): number {
  const offset = text.indexOf(part);
  return offset < 0 ? 1 : text.slice(0, offset).split('\n').length;
}
