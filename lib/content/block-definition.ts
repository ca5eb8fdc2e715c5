/**
 * What a kind of block is: all that the portal knows of it, apart from the component that shows it to readers
 * and the editor's half. `docs/extending/block.md` leads through it.
 */
import type { RootContent } from 'mdast';
import type { z } from 'zod';
import type { Block } from './body/body.ts';
import type { Flow } from './body/flow.ts';
import type { Footnote, Inline, Mark } from './body/inline.ts';
import type { Line } from './body/runs.ts';
import type { ImageNode } from './blocks/image.ts';
import type { Piece } from './html/inlines.ts';
import type { HtmlElement } from './html/tree.ts';
import type { MarkdownReader } from './markdown/reader.ts';
import type { Notice } from './notice.ts';

/** What a schema is made with. It is passed in, so that a browser gets the blocks without zod. */
export interface SchemaParts {
  z: typeof z;
  inlines: z.ZodType<Inline[]>;
}

export interface HtmlOptions {
  /** The accessible name of a table that scrolls sideways. */
  tableLabel: string;
  /** The footnotes of the whole article, as `footnotesOf` returns them. */
  notes: readonly Footnote[];
  /** The accessible name of the link from the text to a footnote. */
  noteLabel: (number: number) => string;
  /** Writes a picture; without it pictures are left out. */
  figure?: (image: ImageNode) => string;
}

export interface MarkdownWriter {
  /** The address that a picture has in the text, by its id. */
  sourceOf: (imageId: string) => string;
  /** The footnotes of the whole article, in the order of their numbers. */
  notes: readonly Footnote[];
  /** Writes a block inside this one. */
  block: (block: Block) => RootContent;
}

/** What the reader of foreign HTML gives to a block. */
export interface HtmlReader {
  /** The address of the page that contained the text; null if it is not known. */
  base: string | null;
  /** The id of a picture by its address in the text; null if the picture is not available. */
  imageIdOf: (src: string) => string | null;
  /** Called for each loss. */
  report: (reason: Notice) => void;
  /** The content of an element. */
  inside: (element: HtmlElement, marks?: readonly Mark[]) => Piece[];
  /** The content of an element as blocks. */
  blocksIn: (element: HtmlElement) => Block[];
  /** Reduces blocks to what a list or a quote may hold; the others are put after it. */
  confine: (blocks: readonly Block[]) => { flow: Flow; lifted: Block[] };
  /** Records that a picture is already shown. */
  note: (src: string) => void;
}

type MarkdownNode<Type> = Extract<RootContent, { type: Type }>;

/**
 * A kind of block. Its functions are declared as methods, so that the definition found by a block's own type
 * takes that block (`definitionOf`).
 */
export interface BlockDefinition<Node extends { type: string }> {
  /** Makes the schema of the stored node. */
  schema(parts: SchemaParts): z.ZodType<Node>;
  /** Whether its text is code: typography does not change it, and it holds no footnotes. */
  isCode?: true;
  /**
   * The words without formatting: for search, reading time and descriptions.
   * @param textOf - the words of a block inside this one
   */
  plainText(node: Node, textOf: (block: Block) => string): string;
  /**
   * The lines by which two bodies are compared.
   * @param depth - nesting depth of the list that contains the block; 0 outside of lists
   * @param linesOf - the lines of a block inside this one
   */
  lines(node: Node, depth: number, linesOf: (block: Block, depth: number) => Line[]): Line[];
  /** The pictures that it shows; absent: none. */
  pictures?(node: Node): readonly ImageNode[];
  /**
   * The HTML in feeds; on the page too, unless `components/article/blocks` has a component for this kind.
   * Every word must be escaped.
   * @param inner - the HTML of blocks inside this one
   */
  html(node: Node, options: HtmlOptions, inner: (blocks: readonly Block[]) => string): string;
  /** The Markdown that `readMarkdown` or `claimMarkdown` reads back to the same node. */
  writeMarkdown(node: Node, writer: MarkdownWriter): RootContent;
  /**
   * Nodes of Markdown that are this kind of block unless another kind claims them. No two kinds read one type
   * of node.
   */
  readMarkdown?: {
    [Type in RootContent['type']]?: (node: MarkdownNode<Type>, reader: MarkdownReader) => Block[];
  };
  /** Nodes of Markdown that are this kind of block in a special form; null for any other form. */
  claimMarkdown?: {
    [Type in RootContent['type']]?: (
      node: MarkdownNode<Type>,
      reader: MarkdownReader,
    ) => Block[] | null;
  };
  /** Elements of foreign HTML, by tag, that are this kind of block unless another kind claims them. */
  readHtml?: {
    tags: readonly string[];
    read: (element: HtmlElement, reader: HtmlReader) => Piece[];
  };
  /**
   * Asked for every element of foreign HTML: whether it is this kind of block in a special form, by its class
   * or the like. It must decide quickly.
   * @returns null for any other element
   */
  claimHtml?(element: HtmlElement, reader: HtmlReader): Piece[] | null;
  /**
   * What a list or a quote holds instead of this block; absent: it is put after the list.
   * @param report - called for each loss
   */
  inFlow?(node: Node, report: (reason: Notice) => void): Flow;
}

/** The node that a definition is of. */
export type NodeOf<Definition> = Definition extends BlockDefinition<infer Node> ? Node : never;
