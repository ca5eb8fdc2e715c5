/** Lines of text, as two bodies are compared by. */
import type { Inline } from './inline.ts';

/** Words with the same formatting. */
export interface Run {
  text: string;
  marks: string[];
  href?: string;
}
export interface LineShape {
  /** How a comparison shows the line. */
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

/** Inline nodes as runs; a footnote stands in brackets. */
export function runsOf(content: readonly Inline[] | undefined): Run[] {
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

/** Texts without marks as one run; none if all of them are empty. */
export function runOfWords(...texts: (string | null)[]): Run[] {
  const text = texts.filter(Boolean).join(' · ');
  return text ? [{ text, marks: [] }] : [];
}
