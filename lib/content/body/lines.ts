/** A body as lines of text: each block that holds words, whatever contains it. */
import { assertUnreachable } from '../../errors.ts';
import type { Block, Body, Inline, ListItem } from './body.ts';

/** Words with the same formatting. */
export interface Run {
  text: string;
  marks: string[];
  href?: string;
}
export interface LineShape {
  kind:
    | 'paragraph'
    | 'heading2'
    | 'heading3'
    | 'heading4'
    | 'quote'
    | 'pullQuote'
    | 'bullet'
    | 'ordered'
    | 'row'
    | 'code'
    | 'picture'
    | 'embed'
    | 'rule';
  /** Nesting depth in lists. */
  depth: number;
  /** A picture's id in the media library. */
  imageId?: string;
}
export interface Line extends LineShape {
  runs: Run[];
}

function runsOf(content: readonly Inline[] | undefined): Run[] {
  return (content ?? []).map((inline) => {
    if (inline.type === 'hardBreak') return { text: '\n', marks: [] };
    if (inline.type === 'footnote') {
      const note = runsOf(inline.content).map(({ text }) => text);
      return { text: ` [${note.join('')}]`, marks: [] };
    }
    const marks = inline.marks ?? [];
    const link = marks.find((mark) => mark.type === 'link');
    return {
      text: inline.text,
      marks: marks.filter((mark) => mark.type !== 'link').map(({ type }) => type),
      ...(link && { href: link.attrs.href }),
    };
  });
}
const words = (...texts: (string | null)[]): Run[] => {
  const text = texts.filter(Boolean).join(' · ');
  return text ? [{ text, marks: [] }] : [];
};

/** The lines of a body, in reading order. */
export const linesOf = (body: Body): Line[] => body.content.flatMap((block) => linesOfBlock(block));

/**
 * The lines of one block.
 * @param depth - nesting depth of the list that contains the block; 0 outside of lists
 */
export function linesOfBlock(block: Block, depth = 0): Line[] {
  switch (block.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', depth, runs: runsOf(block.content) }];
    case 'heading':
      return [{ kind: `heading${block.attrs.level}`, depth, runs: runsOf(block.content) }];
    case 'blockquote':
      return block.content.flatMap((child) =>
        child.type === 'paragraph'
          ? [{ kind: 'quote' as const, depth, runs: runsOf(child.content) }]
          : linesOfBlock(child, depth),
      );
    case 'pullQuote': {
      const runs = [...runsOf(block.content), ...words(block.attrs.attribution)];
      return [{ kind: 'pullQuote', depth, runs }];
    }
    case 'bulletList':
      return block.content.flatMap((item) => linesOfItem(item, 'bullet', depth));
    case 'orderedList':
      return block.content.flatMap((item) => linesOfItem(item, 'ordered', depth));
    case 'table':
      return block.content.map(({ content }) => ({
        kind: 'row',
        depth,
        runs: content.flatMap((cell, place) => [
          ...(place > 0 ? [{ text: ' | ', marks: [] }] : []),
          ...runsOf(cell.content[0].content),
        ]),
      }));
    case 'codeBlock':
      return [{ kind: 'code', depth, runs: runsOf(block.content) }];
    case 'image': {
      const { imageId, alt, caption, credit } = block.attrs;
      return [{ kind: 'picture', depth, imageId, runs: words(caption, alt, credit) }];
    }
    case 'gallery':
      return block.content.flatMap((image) => linesOfBlock(image, depth));
    case 'embed':
      return [{ kind: 'embed', depth, runs: words(block.attrs.url) }];
    case 'horizontalRule':
      return [{ kind: 'rule', depth, runs: [] }];
    default:
      return assertUnreachable(block);
  }
}

function linesOfItem(item: ListItem, kind: 'bullet' | 'ordered', depth: number): Line[] {
  return item.content.flatMap((child, place) =>
    child.type === 'paragraph'
      ? [{ kind: place === 0 ? kind : ('paragraph' as const), depth, runs: runsOf(child.content) }]
      : linesOfBlock(child, depth + 1),
  );
}
