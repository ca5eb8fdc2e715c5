/** Markdown's own tree (mdast): definitions, references and traversal. */
import type { Definition, FootnoteDefinition, Image, Nodes, PhrasingContent, Root } from 'mdast';

/** The definitions of a text, by their identifiers. */
export const definitionsOf = (root: Root): ReadonlyMap<string, Definition> =>
  new Map(
    root.children
      .filter((node): node is Definition => node.type === 'definition')
      .map((node) => [node.identifier, node]),
  );

/** A picture, also by reference; null for any other node. */
export function imageIn(
  node: PhrasingContent,
  definitions: ReadonlyMap<string, Definition>,
): Image | null {
  if (node.type === 'image') return node;
  const definition = node.type === 'imageReference' && definitions.get(node.identifier);
  return definition
    ? { ...node, type: 'image', url: definition.url, title: definition.title }
    : null;
}

/** The definitions of the footnotes that a text refers to, in the order of the definitions. */
export function referredFootnotes(root: Root): FootnoteDefinition[] {
  const nodes = nodesIn(root);
  const referred = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  );
  return nodes.filter(
    (node): node is FootnoteDefinition =>
      node.type === 'footnoteDefinition' && referred.has(node.identifier),
  );
}

/** A node and all nodes below, in the order of the text; without recursion, for any nesting depth. */
function nodesIn(root: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
  return nodes;
}
