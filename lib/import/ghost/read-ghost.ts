/** Reads a Ghost export (JSON) as a stream, one row in memory at a time. */
import { pipeline, Readable } from 'node:stream';
import Assembler from 'stream-json/assembler.js';
import { parser } from 'stream-json/parser.js';
import { CodedError } from '../../errors.ts';
import { decodedPieces } from '../decode-text.ts';

export type GhostRow = Record<string, unknown>;

interface Token {
  name: string;
  value?: string;
}

/** The path of a table's rows: Ghost wraps its tables in `db`, other tools that write its format do not. */
const TABLE = /^(?:\.db\.)?\.data\.(\w+)\.$/;

/**
 * Reads the rows of tables in the order of the file.
 * @throws CodedError `file` if it cannot be read, is not JSON or has no tables
 */
export async function* ghostRows(
  file: string,
  tables: ReadonlySet<string>,
): AsyncGenerator<{ table: string; row: GhostRow }> {
  const tokens = pipeline(
    Readable.from(decodedPieces(file)),
    parser.asStream({ streamValues: false }),
    // The reader below gets the same error itself.
    () => {},
  );
  /** The path to the current position in the file: a key for an object, null for an array. */
  const path: (string | null)[] = [];
  let assembling: { table: string; assembler: Assembler; depth: number } | null = null;
  let found = false;
  try {
    for await (const token of tokens as AsyncIterable<Token>) {
      if (assembling) {
        assembling.assembler.consume(token as never);
        if (/^start(Object|Array)$/.test(token.name)) assembling.depth++;
        if (/^end(Object|Array)$/.test(token.name) && --assembling.depth === 0) {
          yield { table: assembling.table, row: assembling.assembler.current as GhostRow };
          assembling = null;
        }
        continue;
      }
      if (token.name === 'keyValue') path[path.length - 1] = token.value ?? '';
      else if (token.name === 'startObject') {
        const table = TABLE.exec(path.map((key) => `.${key ?? ''}`).join(''))?.[1];
        found ||= table !== undefined;
        if (table && tables.has(table)) {
          assembling = { table, assembler: new Assembler(), depth: 1 };
          assembling.assembler.consume(token as never);
        } else path.push('');
      } else if (token.name === 'startArray') path.push(null);
      else if (token.name === 'endObject' || token.name === 'endArray') path.pop();
    }
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new CodedError('file', `${file} cannot be read: ${reason}`, { cause });
  }
  if (!found) throw new CodedError('file', `${file} is not a Ghost export: it contains no tables.`);
}
