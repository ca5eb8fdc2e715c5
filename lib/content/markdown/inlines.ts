import type { Definition, PhrasingContent } from 'mdast';
import type { Footnote, Inline, Mark } from '../body/body.ts';
import { isHref } from '../body/href.ts';
import type { Report } from './problem.ts';

/** The order in which marks stand in the tree, so that equal text has equal marks. */
const MARK_ORDER = [
  'link',
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
  'code',
] as const satisfies Mark['type'][];

export interface Context {
  report: Report;
  /** The address of a reference-style link by its label. */
  definitions: ReadonlyMap<string, Definition>;
  /** A footnote's content, by its label. */
  footnotes: ReadonlyMap<string, Footnote>;
  /** Soft line breaks: a space, except where lines carry meaning. */
  lineBreak: ' ' | '\n';
}

/** Adds a mark; marks stand in one order, so that equal text has equal marks. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] =>
  [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (one, other) => MARK_ORDER.indexOf(one.type) - MARK_ORDER.indexOf(other.type),
  );

const textOf = (text: string, marks: readonly Mark[]): Inline[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) }];

/**
 * Converts the phrasing content of one Markdown block to the tree's inline nodes; unsupported content is
 * reported.
 */
export function inlinesOf(
  nodes: readonly PhrasingContent[],
  context: Context,
  marks: readonly Mark[] = [],
): Inline[] {
  // Markdown has no syntax for these two: they are written as HTML, each tag is a node.
  const raised: Mark[] = [];
  return merged(
    nodes.flatMap((node) => {
      const [, closing, name] = (node.type === 'html' && SCRIPT_TAG.exec(node.value)) || [];
      if (!name) return inlineOf(node, context, raised.reduce(withMark, [...marks]));
      const type = name.toLowerCase() === 'sup' ? 'superscript' : 'subscript';
      if (!closing) raised.push({ type });
      else
        raised.splice(
          raised.findLastIndex((mark) => mark.type === type),
          1,
        );
      return [];
    }),
  );
}

const SCRIPT_TAG = /^<(\/?)(sup|sub)>$/i;

function inlineOf(node: PhrasingContent, context: Context, marks: readonly Mark[]): Inline[] {
  const { report, definitions, footnotes, lineBreak } = context;
  const within = (children: readonly PhrasingContent[], mark: Mark) =>
    inlinesOf(children, context, withMark(marks, mark));
  switch (node.type) {
    case 'text':
      return textOf(node.value.replace(/\s*\n\s*/g, lineBreak), marks);
    case 'strong':
      return within(node.children, { type: 'bold' });
    case 'emphasis':
      return within(node.children, { type: 'italic' });
    case 'delete':
      return within(node.children, { type: 'strike' });
    case 'inlineCode':
      return textOf(node.value, withMark(marks, { type: 'code' }));
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return linked(node.url, node);
    case 'linkReference':
      return linked(definitions.get(node.identifier)?.url ?? '', node);
    case 'html':
      report(node, `HTML (${node.value.slice(0, 40)}) was left out: only its text is kept.`);
      return [];
    case 'image':
    case 'imageReference':
      report(node, 'A picture inside a sentence was left out: put it on a line of its own.');
      return [];
    case 'footnoteReference':
      return noteOf(node.identifier);
    default:
      report(
        node,
        `“${(node as { type: string }).type}” has no place in an article and was left out.`,
      );
      return [];
  }

  function noteOf(label: string): Inline[] {
    const note = footnotes.get(label);
    if (!note) report(node, 'A footnote inside a footnote was left out.');
    // Each reference is a footnote of its own, even if others refer to the same words.
    return note ? [{ ...note }] : [];
  }

  function linked(href: string, link: { children: PhrasingContent[] } & PhrasingContent): Inline[] {
    if (isHref(href)) {
      return within(link.children, { type: 'link', attrs: { href } });
    }
    report(
      link,
      `The link to “${href.slice(0, 60)}” was left out: only http(s), mailto and local addresses.`,
    );
    return inlinesOf(link.children, context, marks);
  }
}

/** Joins neighbours with equal marks, and removes blanks at the beginning and end of a line. */
function merged(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(inline.marks)
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}
