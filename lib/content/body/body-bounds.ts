/**
 * Limits on the depth and size of a body. Renderers walk a body by recursion and write it several times
 * (page, feeds, search, export): a body without limits would break the feeds too.
 */

/**
 * Levels from the document down to a text; a list in a list is two. No text written by people reaches a tenth
 * of it.
 */
const DEEPEST = 60;
/** Nodes: a word in bold makes two. */
const MOST_NODES = 100_000;
/** Characters of all texts, addresses and captions together; the longest novels have three times as many. */
const MOST_LETTERS = 1_000_000;

/** What may be a part of a body: any node of the tree, not yet validated. */
export interface Node {
  type?: unknown;
  text?: unknown;
  marks?: unknown;
  attrs?: unknown;
  content?: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
/** The child nodes of a stored node, whatever else its content holds. */
export const childrenOf = ({ content }: Node): Node[] =>
  Array.isArray(content) ? content.filter(isNode) : [];
const lettersIn = (value: unknown): number =>
  isNode(value)
    ? Object.values(value).reduce<number>((sum, each) => sum + lettersOf(each), 0)
    : lettersOf(value);
const lettersOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/**
 * Checks a body against the limits; accepts any JSON value.
 * @returns a sentence for the author, or null if the body is within its limits
 */
export function boundsFault(body: unknown): string | null {
  const left = isNode(body) ? [{ node: body, depth: 0 }] : [];
  let letters = 0;
  for (let count = 1, next = left.pop(); next; count++, next = left.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) return `lists and quotes stand in each other, more than ${DEEPEST} deep`;
    if (count > MOST_NODES) return `it has more than ${MOST_NODES} parts`;
    letters += lettersIn(node) + lettersIn(node.attrs);
    if (letters > MOST_LETTERS) return `it has more than ${MOST_LETTERS} letters`;
    for (const child of childrenOf(node)) left.push({ node: child, depth: depth + 1 });
  }
  return null;
}

/** Marks of a text, each type once: the first one is kept, since it is the outermost. */
export function distinctMarks<Mark extends { type: string }>(marks: readonly Mark[]): Mark[] {
  const kinds = new Map<string, Mark>();
  for (const mark of marks) if (!kinds.has(mark.type)) kinds.set(mark.type, mark);
  return [...kinds.values()];
}

/**
 * Makes a stored body safe to walk by recursion: it may have been written before the limits existed, or by
 * other software. Repeated marks are removed; the words of content that is nested too deeply become one
 * paragraph.
 * @param stored - is changed in place
 */
export function soundBody<Body extends { content: unknown[] }>(stored: Body): Body {
  stored.content = childrenOf(stored);
  const left: { node: Node; depth: number }[] = [{ node: stored, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next;
    if (Array.isArray(node.marks) && node.marks.length > 1)
      node.marks = distinctMarks(node.marks as { type: string }[]);
    // A list item can hold a paragraph instead of its content; the letters are three levels below.
    if (depth > DEEPEST - 4 && node.type === 'listItem')
      node.content = [{ type: 'paragraph', content: textsIn(node) }];
    for (const child of childrenOf(node)) left.push({ node: child, depth: depth + 1 });
  }
  return stored;
}

/** The texts of a node, in order, without their marks; line breaks separate the blocks. */
function textsIn(top: Node): Node[] {
  const texts: Node[] = [];
  const left = [top];
  for (let node = left.pop(); node; node = left.pop()) {
    if (typeof node.text === 'string') texts.push({ type: 'text', text: node.text });
    else if (node.type === 'paragraph' && texts.length > 0) texts.push({ type: 'hardBreak' });
    left.push(...childrenOf(node).reverse());
  }
  return texts;
}

/** The words of a value that should be a node of a body, whatever it is. */
export const wordsIn = (node: unknown): string =>
  isNode(node)
    ? textsIn(node)
        .map(({ text }) => (typeof text === 'string' ? text : ' '))
        .join('')
    : '';
