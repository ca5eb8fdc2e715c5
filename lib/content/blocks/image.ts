import type { z } from 'zod';
import type { BlockDefinition, SchemaParts } from '../block-definition.ts';
import { runOfWords } from '../body/runs.ts';
import { hasOnlyPictures, imagesIn, pictureBlocks, sourceOf } from '../html/pictures.ts';
import { firstElement, textOf } from '../html/tree.ts';
import { imagesOfParagraph, pictureNode, readPictures } from '../markdown/pictures.ts';
import { notice } from '../notice.ts';

/** The schema of a picture between paragraphs. */
export const imageSchema = ({ z }: SchemaParts) =>
  z.strictObject({
    type: z.literal('image'),
    attrs: z.strictObject({
      /** The id of a row of `images`: 32 hexadecimal digits. */
      imageId: z.string().regex(/^[0-9a-f]{32}$/),
      alt: z.string().max(1000),
      caption: z.string().max(2000).nullable(),
      credit: z.string().max(500).nullable(),
    }),
  });
export type ImageNode = z.infer<ReturnType<typeof imageSchema>>;

export const block: BlockDefinition<ImageNode> = {
  schema: imageSchema,
  plainText: ({ attrs }) => attrs.caption ?? '',
  lines: ({ attrs: { imageId, alt, caption, credit } }, depth) => [
    { kind: 'picture', depth, imageId, runs: runOfWords(caption, alt, credit) },
  ],
  pictures: (node) => [node],
  html: (node, { figure }) => figure?.(node) ?? '',
  writeMarkdown: (node, { sourceOf: addressOf }) => ({
    type: 'paragraph',
    children: [pictureNode(node, addressOf)],
  }),
  claimMarkdown: {
    // Several pictures are a gallery.
    paragraph(node, reader) {
      const images = imagesOfParagraph(node, reader);
      return images && readPictures(images, reader);
    },
  },
  claimHtml(element, reader) {
    if (element.tagName !== 'figure' || !hasOnlyPictures(element)) return null;
    const [image, ...others] = imagesIn(element);
    if (!image || others.length > 0) return null;
    const caption = firstElement(element, 'figcaption');
    if (caption && firstElement(caption, 'a'))
      reader.report(notice`The links of a caption were left out: its text was kept.`);
    reader.note(sourceOf(image));
    return pictureBlocks(image, caption ? textOf(caption) : '', reader);
  },
};
