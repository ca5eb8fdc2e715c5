/** The pieces of an HTML element, by its name. */
import type { BlockDefinition, HtmlReader } from '../block-definition.ts';
import { BLOCKS } from '../blocks.generated.ts';
import type { Block, Mark } from '../body/body.ts';
import { withMark } from '../markdown/inlines.ts';
import { notice } from '../notice.ts';
import { linkAddress } from './addresses.ts';
import { SPLIT, textNode, type Piece } from './inlines.ts';
import { pictureBlocks, sourceOf } from './pictures.ts';
import { cardBlocks, fileBlocks } from './players.ts';
import { attribute, type HtmlElement } from './tree.ts';

const elements = (names: string) => new Set(names.split(' '));
/** The mark that an element means for its text. */
const MARKS = new Map(
  Object.entries({
    bold: 'b strong',
    italic: 'i em dfn var cite',
    strike: 's strike del',
    code: 'code kbd samp tt',
    superscript: 'sup',
    subscript: 'sub',
  } satisfies Partial<Record<Mark['type'], string>>).flatMap(([type, names]) =>
    names.split(' ').map((name) => [name, { type } as Mark]),
  ),
);
const FLOW = elements(
  'p div section article main header footer nav aside address center fieldset form details figcaption dl dt dd li tr td th tbody thead caption option',
);
const DROPPED = elements('script style template svg');
const REDUCED = elements('u ins mark ruby math select textarea button form marquee');
/** Scripts that only load a widget, which is an embed here. */
const LOADER =
  /^(https?:)?\/\/(platform\.(twitter|x)\.com|(www\.)?instagram\.com|telegram\.org|connect\.facebook\.net)\//;

const DEFINITIONS: readonly BlockDefinition<Block>[] = Object.values(BLOCKS);
const CLAIMING = DEFINITIONS.filter(({ claimHtml }) => claimHtml !== undefined);
const READERS = new Map(
  DEFINITIONS.flatMap(({ readHtml }) => readHtml?.tags.map((tag) => [tag, readHtml.read]) ?? []),
);

export interface ElementReader extends HtmlReader {
  /** Whether a picture is already shown. */
  isShown: (src: string) => boolean;
  /** The quotation marks for <q>. */
  quotes: readonly [string, string];
}

/** Reads an element that is no note; its content is read by `reader.inside`. */
export function readElement(
  node: HtmlElement,
  marks: readonly Mark[],
  reader: ElementReader,
): Piece[] {
  const name = node.tagName;
  const { inside } = reader;
  const [open, close] = reader.quotes;
  const marked = (mark: Mark) => inside(node, withMark(marks, mark));
  const paragraphs = (own: readonly Mark[]) => [SPLIT, ...inside(node, own), SPLIT];
  for (const definition of CLAIMING) {
    const claimed = definition.claimHtml?.(node, reader);
    if (claimed) return claimed;
  }
  if (DROPPED.has(name)) {
    if (!LOADER.test(attribute(node, 'src'))) reader.report(notice`<${name}> was left out.`);
    return [];
  }
  const card = cardBlocks(node, reader) ?? fileBlocks(node, reader);
  if (card) return card;
  if (REDUCED.has(name))
    reader.report(notice`<${name}> has no place in an article: its text was kept.`);
  if (name === 'cite' && node.parentNode?.nodeName === 'blockquote')
    return [SPLIT, textNode('— '), ...inside(node), SPLIT];
  const mark = MARKS.get(name);
  if (mark) return marked(mark);
  if (name === 'dt' || name === 'summary') return paragraphs(withMark(marks, { type: 'bold' }));
  if (FLOW.has(name)) return paragraphs(marks);
  const read = READERS.get(name);
  if (read) return read(node, reader);
  switch (name) {
    case 'q':
      return [textNode(open, marks), ...inside(node, marks), textNode(close, marks)];
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'a': {
      const address = attribute(node, 'href');
      const href = linkAddress(address, reader.base);
      if (href) return marked({ type: 'link', attrs: { href } });
      if (address.trim())
        reader.report(
          notice`The link to “${address.slice(0, 60)}” was left out: its text was kept.`,
        );
      return inside(node, marks);
    }
    case 'img': {
      const src = sourceOf(node);
      const isTwice = reader.isShown(src) && node.parentNode?.nodeName === 'noscript';
      reader.note(src);
      return isTwice || src === '' ? [] : pictureBlocks(node, '', reader);
    }
    case 'figure':
      return paragraphs([]);
    default:
      return inside(node, marks);
  }
}
