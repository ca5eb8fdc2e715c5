import { inArray, sql } from 'drizzle-orm';
import type { Body } from '../../content/body/body.ts';
import { picturesIn } from '../../content/body/pictures-in.ts';
import type { PictureTexts } from '../../content/desk/media.ts';
import { wordsOfPicture } from '../../content/desk/picture-words.ts';
import type { Transaction } from '../../db/client.ts';
import { images } from '../../db/schema/images.ts';
import type { Locale } from '../../i18n/locales.ts';

interface Described {
  locale: Locale;
  body: Body;
  lead: { imageId: string | null; alt: string; caption: string; credit: string };
}

/** Copies the alt texts, captions and credits of imported articles to the pictures that came with them. */
export async function describeImported(
  tx: Transaction,
  articles: readonly Described[],
): Promise<void> {
  const said = new Map<string, PictureTexts>();
  for (const { locale, body, lead } of articles) {
    const nodes = picturesIn(body.content);
    for (const { imageId, alt, caption, credit } of [lead, ...nodes.map(({ attrs }) => attrs)]) {
      if (imageId === null || !(alt || caption || credit)) continue;
      const text = { alt, caption: caption ?? '', credit: credit ?? '' };
      said.set(imageId, { [locale]: text, ...said.get(imageId) });
    }
  }
  if (said.size === 0) return;
  const rows = await tx
    .select({ id: images.id, name: images.sourceName, texts: images.texts })
    .from(images)
    .where(inArray(images.id, [...said.keys()]));
  const changed = rows.flatMap(({ id, name, texts }) => {
    // Texts that were written in the library take precedence.
    const all = { ...said.get(id), ...texts };
    if (Object.keys(all).length === Object.keys(texts).length) return [];
    return [{ id, texts: all, words: wordsOfPicture(name, all) }];
  });
  if (changed.length === 0) return;
  await tx.execute(sql`update images set texts = v.texts, words = v.words
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as v(id text, texts jsonb, words text)
    where images.id = v.id`);
}
