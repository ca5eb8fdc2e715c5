/** The only write path of imported articles: a batch is one transaction with one event. */
import { cleanValue } from '../../content/body/clean-text.ts';
import { wordsOfPicture } from '../../content/desk/picture-words.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { images } from '../../db/schema/images.ts';
import type { Appearance } from '../../events/appearance.ts';
import { append } from '../../events/append.ts';
import { setAside } from '../commands/set-aside.ts';
import { imagesOfBody, noteShown } from '../image-uses.ts';
import { distinct, readAllAppearances } from '../read-appearances.ts';
import { describeImported } from './describe-imported.ts';
import { writeParts } from './import-parts.ts';
import { presentArticles, writeRows } from './import-rows.ts';
import { upsertStories, type StoryRow } from './import-stories.ts';
import type { ImportedArticle, ImportedPicture, ImportOutcome } from './imported-article.ts';
import { heldBy, importedBefore } from './imported-before.ts';

/**
 * Writes a batch of articles and their pictures. An existing article keeps its id, gets a new version, and
 * its old slug redirects to the new one. The texts of the arguments are cleaned in place.
 * @param options.overwrite - also overwrites articles from another source; otherwise they are not changed,
 *   and the imported article is refused
 * @returns the outcome of each article, in the order of `batch`
 * @throws every error of the database; nothing of the batch is written then
 */
export async function importArticles(
  database: Database,
  batch: readonly ImportedArticle[],
  pictures: readonly ImportedPicture[],
  options: { overwrite: boolean } = { overwrite: false },
): Promise<ImportOutcome[]> {
  if (batch.length === 0) return [];
  // A file may contain text that the database cannot store.
  cleanValue(batch);
  cleanValue(pictures);
  return database.transaction(async (tx) => {
    await insertPictures(tx, pictures);
    const held = options.overwrite ? batch.map(() => null) : await holdersOf(tx, batch);
    const written = await writeBatch(
      tx,
      batch.filter((_, index) => held[index] === null),
    );
    return batch.map(({ sourceName }, index) => {
      const reason = held[index] ?? null;
      if (reason !== null) return { kind: 'refused', sourceName, reason };
      const outcome = written.shift();
      if (!outcome) throw new Error(`Nothing became of ${sourceName}.`);
      return outcome;
    });
  });
}

/**
 * For each article of a batch: why it must not overwrite the existing article; null when it may be written.
 */
async function holdersOf(
  tx: Transaction,
  batch: readonly ImportedArticle[],
): Promise<(string | null)[]> {
  const before = await importedBefore(
    tx,
    batch.map(({ frontMatter }) => frontMatter),
  );
  return batch.map(({ frontMatter: { story, locale }, sourceName }) => {
    const present = before.get(`${story}.${locale}`);
    return present ? heldBy(present.sourceName, sourceName) : null;
  });
}

async function writeBatch(
  tx: Transaction,
  batch: readonly ImportedArticle[],
): Promise<ImportOutcome[]> {
  if (batch.length === 0) return [];
  await describeImported(
    tx,
    batch.map(({ frontMatter: { locale, image }, body, imageId }) => ({
      locale,
      body,
      lead: {
        imageId,
        alt: image?.alt ?? '',
        caption: image?.caption ?? '',
        credit: image?.credit ?? '',
      },
    })),
  );
  const before: Appearance[] = [];
  const { storyIds, moved } = await upsertStories(tx, batch, before);
  await setAsideCopies(tx, batch, storyIds);
  const present = await presentArticles(tx, batch, storyIds);
  before.push(
    ...(await readAllAppearances(
      tx,
      [...present.values()].map(({ id }) => id),
    )),
  );
  const { outcomes, written } = await writeRows(tx, batch, storyIds, present);
  await writeParts(tx, written);
  const shown = written.filter(({ article }) => article.frontMatter.status === 'published');
  await noteShown(
    tx,
    shown.flatMap(({ article: { body, imageId } }) => [
      ...imagesOfBody(body),
      ...(imageId === null ? [] : [imageId]),
    ]),
  );
  if (written.length > 0) {
    const changed = [...written.map(({ id }) => id), ...moved];
    const appearances = distinct([...before, ...(await readAllAppearances(tx, changed))]);
    await append(tx, { type: 'articles.imported', appearances });
  }
  return outcomes;
}

async function insertPictures(
  tx: Transaction,
  pictures: readonly ImportedPicture[],
): Promise<void> {
  if (pictures.length === 0) return;
  const rows = pictures.map(({ imageId, ...picture }) => ({
    id: imageId,
    ...picture,
    words: wordsOfPicture(picture.sourceName, {}),
  }));
  await tx.insert(images).values(rows).onConflictDoNothing();
}

/** Makes revisions of the working copies of the articles that a batch overwrites. */
async function setAsideCopies(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  storyIds: ReadonlyMap<string, StoryRow>,
): Promise<void> {
  const locales = [...new Set(batch.map(({ frontMatter }) => frontMatter.locale))];
  await setAside(tx, [...new Set([...storyIds.values()].map(({ id }) => id))], locales);
}
