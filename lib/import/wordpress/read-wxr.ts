/** Reads a WordPress export (WXR: RSS with extra elements) as a stream, one item in memory at a time. */
import { SaxesParser } from 'saxes';
import { CodedError } from '../../errors.ts';
import { decodedPieces } from '../decode-text.ts';
import { LONGEST_POST, UNPRINTABLE } from '../site/site-post.ts';

interface WxrTerm {
  taxonomy: string;
  slug: string;
  name: string;
}
export interface WxrItem {
  /** By the element's name, `wp:post_id`. */
  fields: Map<string, string>;
  terms: WxrTerm[];
  meta: Map<string, string>;
  comments: number;
}
export type WxrPart =
  | { kind: 'item'; item: WxrItem }
  /** A simple element of the channel: its `link`. */
  | { kind: 'site'; name: string; text: string }
  /** `wp:author`, `wp:category`, `wp:tag`, `wp:term`: their children by name. */
  | { kind: 'entry'; name: string; fields: Map<string, string> }
  /** An XML error; what can be read follows. */
  | { kind: 'fault'; reason: string };

const newItem = (): WxrItem => ({ fields: new Map(), terms: [], meta: new Map(), comments: 0 });

/**
 * Reads a file in pieces.
 * @throws CodedError `file` if it cannot be read or is not WXR
 */
export async function* wxrParts(file: string): AsyncGenerator<WxrPart> {
  const parser = new SaxesParser();
  const found: WxrPart[] = [];
  const path: string[] = [];
  let faults = 0;
  let text = '';
  let item = newItem();
  let entry = new Map<string, string>();
  let term: WxrTerm = { taxonomy: '', slug: '', name: '' };
  let key = '';

  const addText = (part: string) => {
    if (text.length + part.length <= LONGEST_POST + 1) text += part;
    else text = text.padEnd(LONGEST_POST + 1);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    // A file that is not XML has an error per character.
    if (++faults <= 20) found.push({ kind: 'fault', reason: error.message });
  });
  parser.on('opentag', (tag) => {
    if (path.length === 0 && tag.name !== 'rss') throw notWxr(file);
    path.push(tag.name);
    text = '';
    if (path.length === 3) entry = new Map();
    if (path.length === 3 && tag.name === 'item') item = newItem();
    if (path.length === 4 && tag.name === 'category')
      term = { taxonomy: String(tag.attributes['domain'] ?? '').trim(), slug: String(tag.attributes['nicename'] ?? '').trim(), name: '' }; // prettier-ignore
  });
  parser.on('closetag', ({ name }) => {
    const depth = path.length;
    path.pop();
    // A file saved from a browser's view of it has blanks around its values.
    const value = text.trim();
    if (depth === 3 && name === 'item') found.push({ kind: 'item', item });
    else if (depth === 3 && entry.size > 0) found.push({ kind: 'entry', name, fields: entry });
    else if (depth === 3) found.push({ kind: 'site', name, text: value });
    else if (path[2] !== 'item') entry.set(name, value);
    else if (depth === 4 && name === 'category') item.terms.push({ ...term, name: value });
    else if (depth === 4 && name === 'wp:comment') item.comments++;
    else if (depth === 4) item.fields.set(name, value);
    else if (name === 'wp:meta_key') key = value;
    else if (name === 'wp:meta_value') item.meta.set(key, value);
    text = '';
  });

  try {
    for await (const piece of decodedPieces(file)) {
      parser.write(piece.replace(UNPRINTABLE, ''));
      yield* found.splice(0);
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('file', `${file} cannot be read: ${String(cause)}`, { cause });
  }
  yield* found.splice(0);
}

const notWxr = (file: string) =>
  new CodedError('file', `${file} is no WordPress export: it does not begin with <rss>.`);
