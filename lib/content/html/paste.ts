/** Converts pasted content to an article's blocks: the parser is not a browser's, so that nothing can run. */
import type { Body } from '../body/body.ts';
import { cleanPaste, noteWordNumbers } from './clean-paste.ts';
import { parseHtml } from './parse.ts';
import { readHtml } from './read-html.ts';

/** The address of a picture in this portal's media library. */
const OWN_PICTURE = /^(?:https?:\/\/[^/]+)?\/media\/([0-9a-f]{32})(?:\/|$)/;

/**
 * Reads a clipboard's HTML.
 * @param origin - of the portal: pictures and links with this origin are its own
 * @returns also how many pictures were left out, since they are not in the library
 */
export function readPaste(html: string, origin: string): { body: Body; lostPictures: number } {
  const idOf = (src: string) => {
    const isHere = src.startsWith('/') || src.startsWith(`${origin}/`);
    return isHere ? (OWN_PICTURE.exec(src)?.[1] ?? null) : null;
  };
  // Windows marks the copied fragment; the HTML around it is not part of it.
  const start = /<!--\s*StartFragment\s*-->/i.exec(html);
  const behind = start ? html.slice(start.index + start[0].length) : '';
  const end = /<!--\s*EndFragment\s*-->/i.exec(behind);
  const copied = end ? behind.slice(0, end.index) : null;
  const root = readHtml(copied ?? html);
  noteWordNumbers(root);
  const lostPictures = cleanPaste(root, (src) => idOf(src) !== null);
  const { body } = parseHtml(root, { base: null, linesMatter: false, imageIdOf: idOf });
  return { body: { type: 'doc', content: body.content.map(ownLinks(origin)) }, lostPictures };
}

/** Links to the portal itself become paths: they still work after the site moves to another host. */
const ownLinks =
  (origin: string) =>
  <Node>(node: Node): Node =>
    JSON.parse(
      JSON.stringify(node, (key, value: unknown) =>
        key === 'href' && typeof value === 'string' && value.startsWith(`${origin}/`)
          ? value.slice(origin.length)
          : value,
      ),
    ) as Node;
