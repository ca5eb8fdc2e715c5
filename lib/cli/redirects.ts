import { readFile } from 'node:fs/promises';
import type { Database } from '../db/client.ts';
import { CodedError } from '../errors.ts';
import { addressOf } from '../press/addresses.ts';
import {
  importRedirects,
  type RedirectFault,
  type RedirectLine,
} from '../newsroom/import-redirects.ts';

/**
 * Imports a CSV of `from,to`: every line, or none and a sentence for each that is at fault.
 * @returns whether it went in
 * @throws CodedError `redirects_file` for a file that cannot be read
 */
export async function importRedirectsFile(options: {
  database: Database;
  path: string;
  say?: (line: string) => void;
  complain?: (line: string) => void;
}): Promise<boolean> {
  const { database, path, say = console.log, complain = console.error } = options;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CodedError('redirects_file', `${path} cannot be read.`, { cause });
  });
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

const CELL = /^\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*$/;

/** Reads lines of `from,to`; a first line of just these words, empty lines and `#` remarks are passed over. */
export function readRedirects(text: string): { lines: RedirectLine[]; faults: RedirectFault[] } {
  const lines: RedirectLine[] = [];
  const faults: RedirectFault[] = [];
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    if (row.trim() === '' || row.startsWith('#') || (line === 1 && /^"?from"?,"?to"?$/i.test(row)))
      continue;
    const cells = row.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];
    const [from, to] = cells.map(cellOf);
    if (cells.length !== 2 || !from || !to)
      faults.push({ line, reason: 'not two values, from and to' });
    else if (!/^\/[^\s]*$/.test(pathOf(from)))
      faults.push({ line, reason: `${from} is no address: it begins with / or https://` });
    else if (!/^(\/(?!\/)|https:\/\/)\S*$/.test(to))
      faults.push({ line, reason: `${to} is neither a path of ours nor an https address` });
    else if (to.startsWith('/') && addressOf(to, undefined).kind === 'moved')
      faults.push({ line, reason: `${to} is not the address itself: it would lead on once more` });
    else lines.push({ line, from: pathOf(from), to });
  }
  return { lines, faults };
}

const cellOf = (cell: string): string | undefined => {
  const [, quoted, bare] = CELL.exec(cell) ?? [];
  return (quoted?.replaceAll('""', '"') ?? bare)?.trim();
};

/** The path and query of an old address, whichever host it stood on. */
const pathOf = (from: string): string => from.replace(/^https?:\/\/[^/?#]+(?=\/)/i, '');
