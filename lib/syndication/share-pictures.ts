/**
 * Files of the media store that are made when somebody asks for them: the drawn card of a story without a
 * photograph, and a cut that was lost, or that pictures did not have yet when this one came. They are put into the media store, which answers the next reader without us.
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
  /** Where pictures are worked on. */
  work: string;
  /** What the files of a picture depend on; tests give their own. */
  pictureOf?: (imageId: string) => Promise<StoredPicture | null>;
  /** The card of an article that readers may see; tests give their own. */
  cardOf?: (articleId: number) => Promise<ShareCard | null>;
}

/** The card of an article that readers may see. */
async function visibleCard(articleId: number): Promise<ShareCard | null> {
  const card = await getCard(articleId);
  return card && articleCard(card);
}

/**
 * @returns a function that makes the file at a path of the media store, where it can be made, and says
 * whether it is there now; many who ask for one at once wait for the same drawing, and one is drawn at a time
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
    // A name that no page of ours ever had is cut for nobody.
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
    // A path that is not the card's own is that of words which nobody shows: a draft's, or made up.
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
