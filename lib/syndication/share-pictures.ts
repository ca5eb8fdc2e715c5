/**
 * Pictures for shared links that are made when somebody first asks for them: the drawn card of a story
 * without a photograph, and the cut of a photograph that was imported before there was one. They are put
 * into the media store, which answers the next reader without us.
 */
import { isLocale } from '../i18n/locales.ts';
import { cutShare } from '../media/cut-share.ts';
import type { MediaStore } from '../media/store.ts';
import { getCard } from '../publication/get-card.ts';
import { articleCard, cardPath, publicationCard, type ShareCard } from './share-card/card.ts';
import { drawCard } from './share-card/draw.ts';

const CUT = /^\/([0-9a-f]{32})\/share-1200\.jpg$/;
const CARD = /^\/cards\/(\d{1,9}|[a-z]{2})-[0-9a-f]{16}\.png$/;

export interface SharePicturesOptions {
  store: MediaStore;
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
export function sharePictures({ store, cardOf = visibleCard }: SharePicturesOptions) {
  const underWay = new Map<string, Promise<boolean>>();
  let last: Promise<unknown> = Promise.resolve();

  async function make(path: string): Promise<boolean> {
    const imageId = CUT.exec(path)?.[1];
    if (imageId !== undefined) return cutShare(store, imageId);
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
