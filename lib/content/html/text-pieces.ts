/** The pieces of HTML's text and comments. */
import type { Mark } from '../body/body.ts';
import { notice, type Notice } from '../notice.ts';
import { SPLIT, textNode, type Piece } from './inlines.ts';
import { elementsIn, type HtmlNode, type HtmlRoot } from './tree.ts';

/** The text nodes directly after a <br>. */
export function textsAfterBreaks(root: HtmlRoot): Set<HtmlNode> {
  const found = new Set<HtmlNode>();
  for (const parent of [root, ...elementsIn(root)])
    for (const [at, node] of parent.childNodes.entries())
      if (parent.childNodes[at - 1]?.nodeName === 'br') found.add(node);
  return found;
}

/** Text with white space collapsed as a browser does, or line by line. */
export function textPieces(
  value: string,
  marks: readonly Mark[],
  linesMatter: boolean,
  isAfterBreak: boolean,
): Piece[] {
  const line = (part: string): Piece[] => {
    const text = part.replace(/[ \t\r\n\f]+/g, ' ');
    return text ? [textNode(text, marks)] : [];
  };
  if (!linesMatter) return line(value);
  const text = value.replace(/\r\n?/g, '\n');
  // The line end after a <br> is the same line break, not another one.
  const own = isAfterBreak ? text.replace(/^[ \t]*\n(?![ \t]*\n)/, '') : text;
  return own
    .split(/\n[ \t]*\n\s*/)
    .flatMap((paragraph, at): Piece[] => [
      ...(at > 0 ? [SPLIT] : []),
      ...paragraph
        .split('\n')
        .flatMap((part, index): Piece[] => [
          ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
          ...line(part),
        ]),
    ]);
}

/** A WordPress block that consists of a comment only has no words: the server rendered it for each reader. */
export function commentPieces(data: string, report: (loss: Notice) => void): Piece[] {
  const name = /^\s*wp:([\w/-]+)(?:\s[\s\S]*)?\/\s*$/.exec(data)?.[1];
  if (name) report(notice`The block ${name} has no content of its own: it was left out.`);
  return [];
}
