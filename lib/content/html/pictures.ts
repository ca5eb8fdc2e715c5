import type { Block, ImageNode } from '../body/body.ts';
import { linkAddress } from './addresses.ts';
import { paragraphOf } from './inlines.ts';
import {
  attribute,
  elementsIn,
  firstElement,
  isElement,
  textOf,
  type HtmlElement,
  type HtmlRoot,
} from './tree.ts';
import { notice, type Notice } from '../notice.ts';

/** Maximum number of pictures in a gallery, by the tree's own rule. */
export const LARGEST_GALLERY = 60;
/** Elements that hold a picture's caption. */
const CAPTIONS = ['figcaption', 'dd'];
const LONGEST_ALT = 1000;
const LONGEST_CAPTION = 2000;
const LONGEST_CREDIT = 500;

/** The address of a picture: pages with lazy loading keep it in an attribute other than `src`. */
export function sourceOf(image: HtmlElement): string {
  const src = attribute(image, 'src').trim();
  const late = ['data-src', 'data-lazy-src', 'data-original'].map((name) => attribute(image, name));
  return (src === '' || src.startsWith('data:') ? late.find(Boolean) : undefined) ?? src;
}

/** The pictures below an element; one that is repeated for readers without scripts is listed once. */
export function imagesIn(element: HtmlElement): HtmlElement[] {
  const images = [...elementsIn(element)].filter(({ tagName }) => tagName === 'img');
  return [...new Map(images.map((image) => [sourceOf(image), image])).values()];
}

/**
 * The addresses of all pictures in a text, in order, each once: they are cut before the text becomes a tree.
 */
export function pictureSources(root: HtmlRoot): string[] {
  const images = [...elementsIn(root)].filter(({ tagName }) => tagName === 'img');
  return [...new Set(images.map(sourceOf).filter(Boolean))];
}

export interface PictureContext {
  base: string | null;
  imageIdOf: (src: string) => string | null;
  report: (reason: Notice) => void;
}

/**
 * A picture with its caption; if the picture is not available, a link to its old address, with the same
 * words.
 */
export function pictureBlocks(
  image: HtmlElement,
  caption: string,
  { base, imageIdOf, report }: PictureContext,
): Block[] {
  const src = sourceOf(image);
  const alt = attribute(image, 'alt').trim();
  const imageId = imageIdOf(src);
  const link = image.parentNode && 'tagName' in image.parentNode ? image.parentNode : null;
  const target = link?.tagName === 'a' ? attribute(link, 'href') : '';
  if (target && !/\.(jpe?g|png|gif|webp|avif)(\?|$)|[?&]attachment_id=/i.test(target))
    report(notice`A picture’s link to ${target.slice(0, 200)} was left out.`);
  const spill = caption.length > LONGEST_CAPTION ? [paragraphOf(caption)] : [];
  if (imageId) {
    return [
      {
        type: 'image',
        attrs: {
          imageId,
          alt: alt.slice(0, LONGEST_ALT),
          caption: spill.length > 0 ? null : caption || null,
          // Written by our own export readers, if they know the picture's credit.
          credit: attribute(image, 'data-credit').trim().slice(0, LONGEST_CREDIT) || null,
        },
      },
      ...spill,
    ];
  }
  const shown = src.startsWith('data:') ? 'inside the text' : src.slice(0, 200);
  report(notice`The picture ${shown} is not among the media: its words and address were kept.`);
  const href = linkAddress(src, base);
  const words = caption || alt || src.split(/[?#]/)[0]?.split('/').at(-1) || src;
  if (src.startsWith('data:')) return caption || alt ? [paragraphOf(caption || alt)] : [];
  return [paragraphOf(words, href ? [{ type: 'link', attrs: { href } }] : [])];
}

/** Whether an element holds pictures and no words but their captions, so that a gallery loses no words. */
export function hasOnlyPictures(element: HtmlElement): boolean {
  const below = [...elementsIn(element)];
  if (!below.some(({ tagName }) => tagName === 'img')) return false;
  if (below.some(({ tagName }) => /^(iframe|video|audio|table|blockquote)$/.test(tagName)))
    return false;
  const letters = (text: string) => text.replace(/\s+/g, '').length;
  const captions = below.filter(({ tagName }) => CAPTIONS.includes(tagName));
  return letters(textOf(element)) === captions.reduce((sum, one) => sum + letters(textOf(one)), 0);
}

/** A picture's own caption: that of the nearest element around it, below `within`, that has one. */
function captionOf(
  image: HtmlElement,
  within: HtmlElement,
  known: Map<HtmlElement, string>,
): string {
  for (let around = image.parentNode; around && around !== within; around = around.parentNode) {
    if (!('tagName' in around)) break;
    if (!/^(figure|li|dl)$/.test(around.tagName)) continue;
    const caption = known.get(around) ?? wordsIn(firstElement(around, ...CAPTIONS));
    known.set(around, caption);
    return caption;
  }
  return '';
}

const wordsIn = (caption: HtmlElement | null): string => (caption ? textOf(caption) : '');

/** All pictures below an element as galleries, and the words that belong to all of them. */
export function galleryBlocks(element: HtmlElement, context: PictureContext): Block[] {
  const images = imagesIn(element);
  const captions = new Map<HtmlElement, string>();
  const blocks = images.flatMap((image) =>
    pictureBlocks(image, captionOf(image, element, captions), context),
  );
  const own = element.childNodes.find(
    (child) => isElement(child) && child.tagName === 'figcaption' && images.length > 1,
  );
  const words = own ? textOf(own) : '';
  const cut = blocks.filter((block): block is ImageNode => block.type === 'image');
  const galleries: Block[] = [];
  for (let at = 0; at < cut.length; at += LARGEST_GALLERY) {
    const content = cut.slice(at, at + LARGEST_GALLERY);
    galleries.push(...(content.length > 1 ? [{ type: 'gallery', content } as const] : content));
  }
  return [
    ...galleries,
    ...blocks.filter(({ type }) => type !== 'image'),
    ...(words ? [paragraphOf(words)] : []),
  ];
}
