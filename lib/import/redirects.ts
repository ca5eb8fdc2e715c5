import { readFile } from 'node:fs/promises';
import type { Database } from '../db/client.ts';
import { isHref } from '../content/body/href.ts';
import { CodedError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { addressOf } from '../addresses.ts';
import {
  importRedirects,
  type RedirectFault,
  type RedirectLine,
} from '../newsroom/import/import-redirects.ts';

/**
 * Imports a CSV of `from,to`: all lines, or none and an error message for each faulty line.
 * @returns whether it was imported
 * @throws CodedError `redirects_file` for a file that cannot be read
 */
export async function importRedirectsFile(options: {
  database: Database;
  path: string;
  say?: (line: string) => void;
  complain?: (line: string) => void;
}): Promise<boolean> {
  const { database, path, say = console.log, complain = console.error } = options;
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new CodedError('redirects_file', `${path} cannot be read.`, { cause });
  });
  const read = decodeText(bytes);
  if (!read.ok) throw new CodedError('redirects_file', `${path} cannot be read: ${read.refusal}.`);
  const { text, guessed } = read.value;
  if (guessed) say(`${path} was read as ${guessed}.`);
  const { lines, faults } = readRedirects(text);
  const written =
    faults.length > 0
      ? { ok: false as const, refusal: faults }
      : await importRedirects(database, lines);
  if (written.ok) {
    say(`Imported ${path}: ${written.value} redirects.`);
    return true;
  }
  for (const { line, reason } of written.refusal) complain(`${path}:${line}: ${reason}`);
  complain(`${path}: nothing was imported.`);
  return false;
}

/** Possible separators, in the order that decides a tie: spreadsheets write all three. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads lines of `from,to`, also separated by semicolons or tabs; a header line of just these words, `sep=;`,
 * empty lines and `#` comments are skipped.
 */
export function readRedirects(text: string): { lines: RedirectLine[]; faults: RedirectFault[] } {
  const lines: RedirectLine[] = [];
  const faults: RedirectFault[] = [];
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const separator = separatorOf(rows);
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    if (row.trim() === '' || row.startsWith('#')) continue;
    const cells = cellsOf(row, separator)?.map((cell) => cell.trim()) ?? [];
    const [from, to] = cells;
    const isHead = /^sep=/i.test(row) || /^from\0to$/i.test(cells.join('\0'));
    if (line === 1 && isHead) continue;
    if (cells.length !== 2 || !from || !to)
      faults.push({ line, reason: wrongCells(cells.length, separator) });
    else if (!/^\/[^\s]*$/.test(pathOf(from)))
      faults.push({ line, reason: `${from} is no address: it begins with / or https://` });
    else if (!/^(\/|https:\/\/)\S*$/.test(to) || !isHref(to))
      faults.push({ line, reason: `${to} is neither a path of ours nor an https address` });
    else if (to.startsWith('/') && addressOf(to, undefined).kind === 'moved')
      faults.push({ line, reason: `${to} is not the address itself: it would lead on once more` });
    else lines.push({ line, from: pathOf(from), to });
  }
  return { lines, faults };
}

/** The separator that splits most of the first lines in two. */
function separatorOf(all: readonly string[]): string {
  const rows = all.slice(0, 100);
  const counts = SEPARATORS.map(
    (separator) => rows.filter((row) => cellsOf(row, separator)?.length === 2).length,
  );
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const wrongCells = (count: number, separator: string): string =>
  count > 2
    ? `not two values, from and to, but ${count}: one with “${separator}” in it stands in quotation marks`
    : 'not two values, from and to';

/** The values of a line; null if a quotation mark is not closed. */
function cellsOf(row: string, separator: string): string[] | null {
  if (!row.includes('"')) return row.split(separator);
  const cells = [''];
  const add = (text: string) => void (cells[cells.length - 1] += text);
  // The pieces between quotation marks are alternately outside and inside the quotes.
  const pieces = row.split('"');
  for (const [at, piece] of pieces.entries()) {
    const isDoubledMark = piece === '' && at > 0 && at < pieces.length - 1;
    if (at % 2 === 1) add(piece);
    else if (isDoubledMark) add('"');
    else
      for (const [position, part] of piece.split(separator).entries()) {
        if (position > 0) cells.push('');
        add(part);
      }
  }
  return pieces.length % 2 === 1 ? cells : null;
}

/** The path and query of an old address; its host is ignored. */
const pathOf = (from: string): string => from.replace(/^https?:\/\/[^/?#]+(?=\/)/i, '');
