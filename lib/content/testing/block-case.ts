import type { ImageNode, Inline, Paragraph } from '../body/body.ts';
import type { BulletList, Flow, OrderedList } from '../body/flow.ts';

/** Parts of random blocks: the same seed makes the same ones. */
export interface RandomParts {
  /** A whole number from 0 to below `count`. */
  below: (count: number) => number;
  pick: <Item>(list: readonly Item[]) => Item;
  some: <Item>(least: number, most: number, make: () => Item) => Item[];
  words: () => string;
  /** Words, or null. */
  optional: () => string | null;
  /** The content of a line, which may be empty. */
  content: () => { content?: Inline[] };
  paragraph: () => Paragraph;
  image: () => ImageNode;
  flow: () => Flow;
  list: () => BulletList | OrderedList;
}

/** An example of a kind of block, in every form that the portal reads or writes. */
export interface BlockCase<Node> {
  sample: Node;
  plainText: string;
  /** The lines of a comparison: how each is shown, a colon, its words. */
  lines: readonly string[];
  /** A picture is `<img a>`, by the first letter of its id. */
  html: string;
  /** Without the line break at its end. A picture's address is `a.jpg`, by the first letter of its id. */
  markdown: string;
  /** HTML of other sites that is read as the sample. */
  foreignHtml: readonly string[];
  /** The Markdown of a list whose only item is the sample, and of what is put after it. */
  inList: string;
  /** A random block of this kind, as the editor writes it. */
  random: (parts: RandomParts) => Node;
}
