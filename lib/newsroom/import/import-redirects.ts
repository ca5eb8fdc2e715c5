/** The only write path of redirects: all redirects of a file are written, or none. */
import { sql } from 'drizzle-orm';
import { redirectKey } from '../../content/front-matter/redirect.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { redirects } from '../../db/schema/redirects.ts';
import { append } from '../../events/append.ts';
import { ok, refuse, type Result } from '../../result.ts';

export interface RedirectLine {
  /** The line number in the file, from 1. */
  line: number;
  /** The address on the former site: path and query. */
  from: string;
  /** A path of this site, or an https address. */
  to: string;
}
export interface RedirectFault {
  line: number;
  reason: string;
}

/** Rows per statement: PostgreSQL allows 65,535 parameters at most. */
const BATCH = 5000;

/**
 * Writes redirects; an existing redirect of the same address gets the new target.
 * @returns how many were written, or each line that would make a loop, a chain or a second target
 */
export async function importRedirects(
  database: Database,
  lines: readonly RedirectLine[],
): Promise<Result<number, RedirectFault[]>> {
  return database.transaction(async (tx) => {
    const sources = new Map<string, RedirectLine>();
    const faults: RedirectFault[] = [];
    for (const line of lines) {
      const key = redirectKey(line.from);
      const other = sources.get(key);
      if (other && other.to !== line.to)
        faults.push({
          line: line.line,
          reason: `line ${other.line} already sends ${key} elsewhere`,
        });
      else sources.set(key, line);
    }
    faults.push(...(await chains(tx, sources)));
    if (faults.length > 0) return refuse(faults.sort((one, other) => one.line - other.line));
    const rows = [...sources].map(([source, { to }]) => ({ source, target: to }));
    for (let first = 0; first < rows.length; first += BATCH) {
      await tx
        .insert(redirects)
        .values(rows.slice(first, first + BATCH))
        .onConflictDoUpdate({
          target: redirects.source,
          set: { target: sql`excluded.target` },
        });
    }
    if (rows.length > 0) await append(tx, { type: 'redirects.imported', count: rows.length });
    return ok(rows.length);
  });
}

/**
 * Lines whose target is itself redirected, by this file or by a stored redirect, or that a stored one leads
 * to.
 */
async function chains(
  tx: Transaction,
  sources: ReadonlyMap<string, RedirectLine>,
): Promise<RedirectFault[]> {
  const stored = await tx
    .select({ source: redirects.source, target: redirects.target })
    .from(redirects);
  const kept = new Map(
    stored.filter(({ source }) => !sources.has(source)).map((row) => [row.source, row.target]),
  );
  const faults: RedirectFault[] = [];
  for (const [key, { line, to }] of sources) {
    const target = redirectKey(to);
    const next = sources.get(target);
    if (target === key) faults.push({ line, reason: `${key} leads to itself` });
    else if (next && redirectKey(next.to) === key)
      faults.push({ line, reason: `lines ${line} and ${next.line} are a loop` });
    else if (next)
      faults.push({ line, reason: `${to} is redirected by line ${next.line}: write ${next.to}` });
    else if (kept.has(target))
      faults.push({ line, reason: `${to} is redirected already: write ${kept.get(target)}` });
  }
  for (const [source, target] of kept) {
    const line = sources.get(redirectKey(target));
    if (line)
      faults.push({
        line: line.line,
        reason: `${source}, imported before, leads to ${target}: give it in this file too`,
      });
  }
  return faults;
}
