import { closeSync, openSync, writeSync } from 'node:fs';
import type { Notice } from '../../content/notice.ts';
import type { LeftOut } from './site-post.ts';

interface KindCount {
  count: number;
  /** The first post with it. */
  first: string;
}

export interface ReportOptions {
  /** The export's path, as the operator gave it. */
  source: string;
  /** The file for every line. */
  file: string;
  /** Whether every line is printed at once. */
  isVerbose: boolean;
  complain: (line: string) => void;
}

/**
 * The report and the counts of a site's import. Each line is written to a file; the terminal shows one line
 * per kind, with its count, since a thousand posts have the same messages.
 */
export class Report {
  readonly counts = { created: 0, changed: 0, unchanged: 0, faulty: 0, noted: 0 };
  readonly #leftOut = new Map<string, number>();
  readonly #kinds = new Map<string, KindCount>();
  readonly #options: ReportOptions;
  #handle: number | null = null;
  #lines = 0;
  /** Why the file could not be written; this does not stop the import. */
  #fault: string | null = null;

  constructor(options: ReportOptions) {
    this.#options = options;
  }

  /** Reports content that was not imported at all. */
  skip(what: string, { kind, text }: Notice): void {
    this.counts.faulty++;
    this.#report(what, `(skipped) ${text}`, `(skipped) ${kind}`);
  }

  /** Reports what was lost or changed in an article that was imported. */
  note(what: string, notices: readonly Notice[]): void {
    if (notices.length > 0) this.counts.noted++;
    for (const { kind, text } of notices) this.#report(what, `(kept) ${text}`, `(kept) ${kind}`);
  }

  leave({ kind, name }: LeftOut): void {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1);
    if (name !== null) this.#report(name, `(left out) ${kind}`, null);
  }

  #report(what: string, sentence: string, kind: string | null): void {
    const { source, isVerbose, complain } = this.#options;
    const line = `${source}: ${what}: ${sentence}`;
    if (isVerbose) complain(line);
    this.#lines++;
    this.#write(line);
    if (kind === null) return;
    const known = this.#kinds.get(kind);
    if (known) known.count++;
    else this.#kinds.set(kind, { count: 1, first: what });
  }

  #write(line: string): void {
    if (this.#fault !== null) return;
    try {
      this.#handle ??= openSync(this.#options.file, 'w', 0o600);
      writeSync(this.#handle, `${line}\n`);
    } catch (cause) {
      this.#fault = (cause as NodeJS.ErrnoException).code ?? String(cause);
    }
  }

  /** Prints a summary of each kind; must be called once. */
  end(): void {
    const { source, file, isVerbose, complain } = this.#options;
    if (this.#handle !== null) closeSync(this.#handle);
    if (!isVerbose)
      for (const [kind, { count, first }] of this.#kinds)
        complain(`${source}: ${count} × ${kind} (${count > 1 ? 'first ' : ''}${first})`);
    if (this.#fault !== null) complain(`${file} could not be written (${this.#fault}).`);
    else if (this.#lines > 0) complain(`${source}: all ${this.#lines} lines are in ${file}.`);
  }

  /** The last lines: the counts. */
  sentences(isDry: boolean): string[] {
    const { created, changed, unchanged, faulty, noted } = this.counts;
    const leftOut = [...this.#leftOut].map(([kind, count]) => `${count} ${kind}`);
    return [
      `${isDry ? 'Would import' : 'Imported'} ${this.#options.source}: ${created} new, ${changed} changed, ` +
        `${unchanged} unchanged, ${faulty} faulty; ${noted} with something to look at.`,
      ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(', ')}.`] : []),
    ];
  }
}
