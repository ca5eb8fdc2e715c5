/**
 * How deep and how large a body may be. Whoever renders one walks it by recursion and writes it many times over
 * (page, feeds, search, export): what has no bounds takes the feeds down with it.
 */

/** Levels from the document down to a text; a list in a list is two. No text of people has a tenth of it. */
const DEEPEST = 60;
/** Nodes: a word in bold makes two. */
const MOST_NODES = 100_000;
/** Letters of all texts, addresses and captions together; the longest novels have three times as many. */
const MOST_LETTERS = 1_000_000;

/** What may be a part of a body. */
export interface Node {
  type?: unknown;
  text?: unknown;
  marks?: unknown;
  attrs?: unknown;
  content?: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
export const childrenOf = ({ content }: Node): Node[] =>
  Array.isArray(content) ? content.filter(isNode) : [];
const lettersIn = (value: unknown): number =>
  isNode(value)
    ? Object.values(value).reduce<number>((sum, each) => sum + lettersOf(each), 0)
    : lettersOf(value);
const lettersOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/**
 * What of a body is beyond its bounds; it takes whatever JSON can say.
 * @returns a sentence for whoever wrote it, or null
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

/** Marks of a text, each kind once: the first stands, as it stands outside. */
export function distinctMarks<Mark extends { type: string }>(marks: readonly Mark[]): Mark[] {
  const kinds = new Map<string, Mark>();
  for (const mark of marks) if (!kinds.has(mark.type)) kinds.set(mark.type, mark);
  return [...kinds.values()];
}

/**
 * A body as it lies in the database, such that it can be walked by recursion: it may have been written before
 * there were bounds, or by somebody else. Marks that repeat each other go; the words of what is nested too
 * deeply stand in one paragraph.
 * @param stored - is changed where it lies
 */
export function soundBody<Body extends { content: unknown[] }>(stored: Body): Body {
  stored.content = childrenOf(stored);
  const left: { node: Node; depth: number }[] = [{ node: stored, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next;
    if (Array.isArray(node.marks) && node.marks.length > 1)
      node.marks = distinctMarks(node.marks as { type: string }[]);
    // An item of a list can hold a paragraph in place of what it holds; three levels below lie its letters.
    if (depth > DEEPEST - 4 && node.type === 'listItem')
      node.content = [{ type: 'paragraph', content: textsIn(node) }];
    for (const child of childrenOf(node)) left.push({ node: child, depth: depth + 1 });
  }
  return stored;
}

/** The texts of a node, in order, without their marks: what belongs together is told apart by a break. */
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

/** The words of something that should be a node of a body, whatever it is. */
export const wordsIn = (node: unknown): string =>
  isNode(node)
    ? textsIn(node)
        .map(({ text }) => (typeof text === 'string' ? text : ' '))
        .join('')
    : '';
