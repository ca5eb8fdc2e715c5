/**
 * Files of the media store that are made on request: the drawn card of a story without a photograph, and a
 * cut that was lost, or that did not exist yet when its picture was added. They are stored in the media
 * store, which then answers the next reader itself.
 */
import { cutsOf, focusOf } from '../content/body/picture.ts';
import { isLocale } from '../i18n/locales.ts';
import { recut, type StoredPicture } from '../media/recut.ts';
import type { MediaStore } from '../media/store.ts';
import { getCard } from '../publication/get-card.ts';
import { getStoredPicture } from '../publication/media/get-stored-picture.ts';
import { articleCard, cardPath, publicationCard, type ShareCard } from './share-card/card.ts';
import { drawCard } from './share-card/draw.ts';

const CUT = /^\/([0-9a-f]{32})\/([\w.-]+\.(?:avif|webp|jpg))$/;
const CARD = /^\/cards\/(\d{1,9}|[a-z]{2})-[0-9a-f]{16}\.png$/;

export interface SharePicturesOptions {
  store: MediaStore;
  /** The folder in which pictures are processed. */
  work: string;
  /** Reads what the files of a picture depend on; tests pass their own. */
  pictureOf?: (imageId: string) => Promise<StoredPicture | null>;
  /** Reads the card of an article that readers may see; tests pass their own. */
  cardOf?: (articleId: number) => Promise<ShareCard | null>;
}

/** The card of an article that readers may see. */
async function visibleCard(articleId: number): Promise<ShareCard | null> {
  const card = await getCard(articleId);
  return card && articleCard(card);
}

/**
 * @returns a function that makes the file at a path of the media store, where that is possible, and returns
 *   whether it exists now; concurrent requests for one file wait for the same drawing, and one file is
 *   drawn at a time
 */
export function sharePictures({
  store,
  work,
  pictureOf = getStoredPicture,
  cardOf = visibleCard,
}: SharePicturesOptions) {
  const underWay = new Map<string, Promise<boolean>>();
  let last: Promise<unknown> = Promise.resolve();

  async function makeCut(imageId: string, file: string): Promise<boolean> {
    const picture = await pictureOf(imageId);
    const cuts = picture && cutsOf({ ...picture, focus: focusOf(picture.focalX, picture.focalY) });
    // A file name that no page of ours ever used is not made.
    if (!picture || !cuts?.includes(file)) return false;
    const sizes = await Promise.all(cuts.map((cut) => store.size(`${imageId}/${cut}`)));
    const lost = cuts.filter((_, index) => sizes[index] === null);
    return (await recut(picture, lost, { store, work })).ok;
  }

  async function make(path: string): Promise<boolean> {
    const [, imageId, file] = CUT.exec(path) ?? [];
    if (imageId !== undefined && file !== undefined) return makeCut(imageId, file);
    const subject = CARD.exec(path)?.[1] ?? '';
    const card = isLocale(subject) ? publicationCard(subject) : await cardOf(Number(subject));
    // A path other than the card's own stands for a text that no page shows: a draft's, or an invented one.
    if (!card || cardPath(card) !== `/media${path}`) return false;
    await store.put(path.slice(1), await drawCard(card));
    return true;
  }

  return (path: string): Promise<boolean> => {
    if (!CUT.test(path) && !CARD.test(path)) return Promise.resolve(false);
    const running = underWay.get(path);
    if (running) return running;
    const making = last.then(() => make(path)).finally(() => underWay.delete(path));
    underWay.set(path, making);
    last = making.catch(() => {});
    return making;
  };
}
