import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { galleryBlocks, hasOnlyPictures, imagesIn, LARGEST_GALLERY } from '../html/pictures.ts';
import { hasClass } from '../html/tree.ts';
import { isPlayer } from '../html/players.ts';
import { pictureNode } from '../markdown/pictures.ts';
import { raw } from '../markdown/phrasing.ts';
import { imageSchema } from './image.ts';

const schema = (parts: SchemaParts) =>
  parts.z.strictObject({
    type: parts.z.literal('gallery'),
    content: parts.z.array(imageSchema(parts)).min(2).max(LARGEST_GALLERY),
  });
export type Gallery = z.infer<ReturnType<typeof schema>>;

const CLASSES = /^(wp-block-gallery|blocks-gallery-grid|gallery|kg-gallery-card|tiled-gallery)$/;

export const block: BlockDefinition<Gallery> = {
  schema,
  plainText: ({ content }) => content.map(({ attrs }) => attrs.caption ?? '').join('\n'),
  lines: ({ content }, depth, linesOf) => content.flatMap((image) => linesOf(image, depth)),
  pictures: ({ content }) => content,
  html: ({ content }, { figure }) => content.map((image) => figure?.(image) ?? '').join(''),
  // Several pictures in one paragraph; `image.ts` reads it.
  writeMarkdown: ({ content }, { sourceOf }) => ({
    type: 'paragraph',
    children: content.flatMap((image, index) =>
      index === 0 ? [pictureNode(image, sourceOf)] : [raw('\n'), pictureNode(image, sourceOf)],
    ),
  }),
  claimHtml(element, reader) {
    // What a player or a drawing holds is no gallery of its own.
    if (isPlayer(element) || element.tagName === 'svg') return null;
    const isGallery = hasClass(element, CLASSES);
    if ((!isGallery && element.tagName !== 'figure') || !hasOnlyPictures(element)) return null;
    return isGallery || imagesIn(element).length > 1 ? galleryBlocks(element, reader) : null;
  },
};
