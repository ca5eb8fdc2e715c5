import type { Inline } from './inline.ts';

/** The words of inline nodes: a line break is a space, a footnote is left out. */
export const inlineText = (content: readonly Inline[] | undefined): string =>
  (content ?? [])
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? ' ' : '',
    )
    .join('');
