/** The front matter of a file: YAML between `---`, TOML between `+++`, or one JSON object, above the text. */
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { refuse, ok, type Result } from '../../result.ts';

/** An error in a file, with its line. */
export interface Fault {
  /** From 1, in the whole file. */
  line: number;
  reason: string;
}

export interface Head {
  fields: Record<string, unknown>;
  /** The line of a field, or of the nearest existing parent. */
  lineOf: (path: readonly PropertyKey[]) => number;
  /** The text below the front matter, and the line on which it begins. */
  markdown: string;
  line: number;
}

/** Maximum characters of a front matter: one written by a person is a hundredth of that. */
const LONGEST = 65_536;
type Fields = Pick<Head, 'fields' | 'lineOf'>;

/**
 * Splits a file into front matter and text.
 * @returns the parts; or the faults, also for a file without front matter
 */
export function readHead(file: string): Result<Head, Fault[]> {
  const text = file.replace(/^\uFEFF/, '');
  const fence = /^(?:---|\+\+\+)(?=[ \t]*\r?\n)/.exec(text)?.[0];
  const end = fence ? closingFence(text, fence) : text.startsWith('{') ? closingBrace(text) : null;
  if (end === null)
    return refuse([
      { line: 1, reason: 'The file does not begin with front matter between two lines of “---”.' },
    ]);
  const source = fence ? text.slice(text.indexOf('\n') + 1, end.from) : text.slice(0, end.from);
  if (source.length > LONGEST)
    return refuse([{ line: 1, reason: `The front matter is longer than ${LONGEST} characters.` }]);
  const read = fence === '---' ? readYaml(source) : fence ? readToml(source) : readJson(source);
  if (!read.ok) return read;
  const line = text.slice(0, end.to).split('\n').length;
  return ok({ ...read.value, markdown: text.slice(end.to), line });
}

interface End {
  /** Where the closing delimiter begins, and where the text after its line begins. */
  from: number;
  to: number;
}

function closingFence(text: string, fence: string): End | null {
  for (let at = text.indexOf(`\n${fence}`); at >= 0; at = text.indexOf(`\n${fence}`, at + 1)) {
    const lineEnd = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, lineEnd < 0 ? undefined : lineEnd);
    if (line.trimEnd() === fence)
      return { from: at + 1, to: lineEnd < 0 ? text.length : lineEnd + 1 };
  }
  return null;
}

/** The end of the object at the beginning of the file: braces in strings do not count. */
function closingBrace(text: string): End | null {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < Math.min(text.length, LONGEST); at++) {
    const letter = text[at];
    if (isString && letter === '\\') at++;
    else if (letter === '"') isString = !isString;
    else if (!isString && letter === '{') depth++;
    else if (!isString && letter === '}' && --depth === 0) {
      const lineEnd = text.indexOf('\n', at);
      return { from: at + 1, to: lineEnd < 0 ? text.length : lineEnd + 1 };
    }
  }
  return null;
}

function readYaml(source: string): Result<Fields, Fault[]> {
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  let document: Document;
  let fields: unknown;
  try {
    document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
    if (document.errors.length > 0) {
      return refuse(
        document.errors.map((error) => ({
          line: lineAt(error.pos[0]),
          reason: `The front matter is not YAML: ${error.message.split('\n')[0]}`,
        })),
      );
    }
    fields = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    return notRead('YAML', cause);
  }
  return ofRecord(fields, (path) => lineAt(offsetIn(document, path)));
}

function readToml(source: string): Result<Fields, Fault[]> {
  try {
    return ofRecord(withoutTomlDates(parseToml(source)), lineByKey(source, 1));
  } catch (cause) {
    const line = cause instanceof TomlError ? cause.line + 1 : 1;
    return notRead('TOML', cause, line);
  }
}

function readJson(source: string): Result<Fields, Fault[]> {
  try {
    return ofRecord(JSON.parse(source) as unknown, lineByKey(source, 0));
  } catch (cause) {
    return notRead('JSON', cause);
  }
}

const notRead = (what: string, cause: unknown, line = 1) =>
  refuse([
    {
      line,
      reason: `The front matter is not ${what}: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
    },
  ]);

function ofRecord(fields: unknown, lineOf: Head['lineOf']): Result<Fields, Fault[]> {
  const record = fields ?? {};
  return typeof record === 'object' && !Array.isArray(record)
    ? ok({ fields: record as Record<string, unknown>, lineOf })
    : refuse([{ line: 1, reason: 'The front matter has no fields.' }]);
}

/** Dates as they were written, so that the schema validates them. */
const withoutTomlDates = (value: unknown): unknown => {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutTomlDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutTomlDates(inner)]),
  );
};

/** @param above - number of lines of the file above the source */
function lineByKey(source: string, above: number): Head['lineOf'] {
  const lines = source.split('\n').map((line) => line.trimStart().replace(/^["']/, ''));
  return ([key]) => {
    const at = key === undefined ? -1 : lines.findIndex((line) => line.startsWith(String(key)));
    return Math.max(0, at) + above + 1;
  };
}

function offsetIn(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const pair =
      isMap(parent) && parent.items.find((item) => String(item.key) === String(path[length - 1]));
    const range = pair && (pair.key as { range?: [number, number, number] }).range;
    if (range) return range[0];
    const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
