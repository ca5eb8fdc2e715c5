/** Blocks made from a whole element: code, tables, figures. */
import type { Block, Inline, Mark } from '../body/body.ts';
import { lineOf, paragraphOf, SPLIT, textNode, type Piece } from './inlines.ts';
import {
  galleryBlocks,
  hasOnlyPictures,
  imagesIn,
  pictureBlocks,
  sourceOf,
  type PictureContext,
} from './pictures.ts';
import { rowsOf, tableOf } from './table.ts';
import {
  attribute,
  firstElement,
  hasClass,
  isElement,
  rawTextOf,
  textOf,
  type HtmlElement,
} from './tree.ts';
import { notice } from '../notice.ts';

export interface PartContext extends PictureContext {
  /** The content of an element. */
  inside: (element: HtmlElement, marks?: readonly Mark[]) => Piece[];
  blocksIn: (element: HtmlElement) => Block[];
  /** Records that a picture is already shown. */
  note: (src: string) => void;
}

export function codePieces(element: HtmlElement, { inside }: PartContext): Piece[] {
  if (firstElement(element, 'img', 'iframe')) return [SPLIT, ...inside(element), SPLIT];
  const raw = rawTextOf(element)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n|\n$/g, '');
  if (raw.trim() === '') return [];
  if (hasClass(element, /^wp-block-verse$/)) {
    const lines = raw
      .split('\n')
      .flatMap((line, at): Inline[] => [
        ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
        ...(line.trim() ? [textNode(line.trim())] : []),
      ]);
    return [SPLIT, ...lines, SPLIT];
  }
  const inner = firstElement(element, 'code') ?? element;
  const classes = `${attribute(inner, 'class')} ${attribute(element, 'class')}`;
  const language = /(?:^|\s)lang(?:uage)?-([\w+#-]{1,40})/.exec(classes)?.[1] ?? null;
  return [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text: raw }] }];
}

export function tablePieces(table: HtmlElement, context: PartContext): Piece[] {
  const { inside, blocksIn, report } = context;
  const rows = rowsOf(table);
  const caption = table.childNodes.find(
    (child): child is HtmlElement => isElement(child) && child.tagName === 'caption',
  );
  const before = caption ? blocksIn(caption) : [];
  // A table of one column was used for layout.
  const asParagraphs = () => [...before, ...rows.flat().flatMap((cell) => blocksIn(cell))];
  if (rows.every((cells) => cells.length === 1)) return asParagraphs();
  const made = tableOf(rows, (cell) => inside(cell), report);
  if (!made) {
    report(notice`A table was too large: its cells became paragraphs.`);
    return asParagraphs();
  }
  return [...before, made.table, ...made.lifted];
}

export function figurePieces(figure: HtmlElement, context: PartContext): Piece[] {
  const { inside, report, note } = context;
  if (hasOnlyPictures(figure)) {
    const [image, ...others] = imagesIn(figure);
    if (others.length > 0) return galleryBlocks(figure, context);
    const caption = firstElement(figure, 'figcaption');
    if (caption && firstElement(caption, 'a'))
      report(notice`The links of a caption were left out: its text was kept.`);
    if (!image) return [];
    note(sourceOf(image));
    return pictureBlocks(image, caption ? textOf(caption) : '', context);
  }
  const quote = hasClass(figure, /^wp-block-pullquote$/) && firstElement(figure, 'blockquote');
  return quote ? pullQuotePieces(quote, context) : [SPLIT, ...inside(figure), SPLIT];
}

function pullQuotePieces(quote: HtmlElement, { inside }: PartContext): Piece[] {
  const cite = firstElement(quote, 'cite');
  const words = quote.childNodes.filter((child) => child !== cite);
  const { inlines, lifted } = lineOf(inside({ ...quote, childNodes: words }));
  const said = cite ? textOf(cite) : '';
  const isLong = said.length > 300;
  const content: Inline[] = inlines.filter(({ type }) => type !== 'hardBreak');
  return [
    {
      type: 'pullQuote',
      attrs: { attribution: isLong ? null : said || null },
      ...(content.length > 0 && { content }),
    },
    ...(isLong ? [paragraphOf(said)] : []),
    ...lifted,
  ];
}
