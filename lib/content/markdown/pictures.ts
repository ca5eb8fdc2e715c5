/** Pictures in Markdown: one in a paragraph is a picture, several are a gallery. */
import type { Image, Paragraph, PhrasingContent } from 'mdast';
import type { ImageNode } from '../blocks/image.ts';
import type { Block } from '../body/body.ts';
import { isHref } from '../body/href.ts';
import { paragraphOf } from '../html/inlines.ts';
import type { MarkdownReader } from './reader.ts';

const LONGEST_ALT = 1000;

/** The children of a paragraph without blank text. */
export const solidChildren = ({ children }: Paragraph): PhrasingContent[] =>
  children.filter((child) => child.type !== 'text' || child.value.trim() !== '');

/** The pictures of a paragraph; null if it holds anything else. */
export function imagesOfParagraph(
  node: Paragraph,
  { asImage }: Pick<MarkdownReader, 'asImage'>,
): Image[] | null {
  const images = solidChildren(node).map(asImage);
  return images.length > 0 && images.every((image) => image !== null) ? images : null;
}

/** Pictures as one block, followed by links to those that are not available. */
export function readPictures(
  images: readonly Image[],
  { imageIdOf, report }: Pick<MarkdownReader, 'imageIdOf' | 'report'>,
): Block[] {
  const blocks = images.flatMap((image): Block[] => {
    const imageId = imageIdOf(image.url);
    const { caption, credit } = captionAndCredit(image.title);
    const alt = (image.alt ?? '').slice(0, LONGEST_ALT);
    if (imageId) return [{ type: 'image', attrs: { imageId, alt, caption, credit } }];
    const isElsewhere = /^(https?:|\/)/i.test(image.url) && isHref(image.url);
    report(image, `The picture ${image.url.slice(0, 200)} is not among the files: ${isElsewhere ? 'a link was put in its place' : 'it was left out'}.`); // prettier-ignore
    const mark = { type: 'link' as const, attrs: { href: image.url } };
    return isElsewhere ? [paragraphOf(caption || alt || image.url, [mark])] : [];
  });
  const cut = blocks.filter((block): block is ImageNode => block.type === 'image');
  if (cut.length < 2) return blocks;
  return [{ type: 'gallery', content: cut }, ...blocks.filter(({ type }) => type !== 'image')];
}

/** A picture's title holds `caption | credit`; each may be absent. */
function captionAndCredit(title: string | null | undefined) {
  const line = (title ?? '').replace(/\s+/g, ' ');
  const bar = ` ${line} `.lastIndexOf(' | ');
  const caption = (bar < 0 ? line : line.slice(0, Math.max(0, bar - 1))).trim();
  const credit = bar < 0 ? '' : line.slice(bar + 1).trim();
  return { caption: caption || null, credit: credit || null };
}

/**
 * A picture as {@link readPictures} reads it.
 * @param sourceOf - the address that a picture has in the text, by its id
 */
export function pictureNode(
  { attrs: { imageId, alt, caption, credit } }: ImageNode,
  sourceOf: (imageId: string) => string,
): Image {
  const needsBar = credit !== null || caption?.includes(' | ');
  const title = needsBar ? `${caption ?? ''} | ${credit ?? ''}` : caption;
  return { type: 'image', url: sourceOf(imageId), alt, title };
}
