import type { Image, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Block } from '../body/body.ts';
import type { Flow } from '../body/flow.ts';
import type { Inline } from '../body/inline.ts';
import type { Context } from './inlines.ts';
import type { Report } from './problem.ts';

/** What the reader of Markdown gives to a block. */
export interface MarkdownReader {
  /** Whether the node stands in a list or a quote. */
  isInFlow: boolean;
  /** Called for each loss. */
  report: Report;
  /** The id of a picture by its address in the text; null if the picture is not available. */
  imageIdOf: (src: string) => string | null;
  /** What {@link inlinesOf} needs, without the meaning of a line end. */
  context: Omit<Context, 'lineBreak'>;
  inlines: (node: { children: PhrasingContent[] }) => Inline[];
  /** The inline nodes of content that must be one line, and the blocks that cannot be part of it. */
  line: (node: { children: PhrasingContent[] }) => { inlines: Inline[]; lifted: Block[] };
  /** The content of a list or a quote, followed by the blocks that it cannot hold. */
  flow: (nodes: readonly RootContent[], around: Nodes) => { flow: Flow; lifted: Block[] };
  /** A picture, also by reference; null for any other node. */
  asImage: (node: PhrasingContent) => Image | null;
  /** The blocks of a paragraph with HTML or pictures in it; null if it has none. */
  amongHtml: (node: Paragraph) => Block[] | null;
}
