import { closeSync, openSync, writeSync } from 'node:fs';
import type { Notice } from '../../content/notice.ts';
import type { LeftOut } from './site-post.ts';

interface Told {
  count: number;
  /** What it happened to first. */
  first: string;
}

export interface ReportOptions {
  /** The export, as the operator named it. */
  source: string;
  /** Where every line is written. */
  file: string;
  /** Whether every line is said at once. */
  isVerbose: boolean;
  complain: (line: string) => void;
}

/**
 * What an import says of a site, and what it counts. Each line goes into a file; a person is told one line a
 * kind, with its count, since a thousand posts have the same to say.
 */
export class Report {
  readonly counts = { created: 0, changed: 0, unchanged: 0, faulty: 0, noted: 0 };
  readonly #leftOut = new Map<string, number>();
  readonly #kinds = new Map<string, Told>();
  readonly #options: ReportOptions;
  #handle: number | null = null;
  #lines = 0;
  /** Why the file could not be written; nothing else of an import fails with it. */
  #fault: string | null = null;

  constructor(options: ReportOptions) {
    this.#options = options;
  }

  /** Something that did not go in at all. */
  skip(what: string, { kind, text }: Notice): void {
    this.counts.faulty++;
    this.#tell(what, `(skipped) ${text}`, `(skipped) ${kind}`);
  }

  /** What an article that went in lost or changed on the way. */
  note(what: string, notices: readonly Notice[]): void {
    if (notices.length > 0) this.counts.noted++;
    for (const { kind, text } of notices) this.#tell(what, `(kept) ${text}`, `(kept) ${kind}`);
  }

  leave({ kind, name }: LeftOut): void {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1);
    if (name !== null) this.#tell(name, `(left out) ${kind}`, null);
  }

  #tell(what: string, sentence: string, kind: string | null): void {
    const { source, isVerbose, complain } = this.#options;
    const line = `${source}: ${what}: ${sentence}`;
    if (isVerbose) complain(line);
    this.#lines++;
    this.#write(line);
    if (kind === null) return;
    const told = this.#kinds.get(kind);
    if (told) told.count++;
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

  /** Says what there is to say of each kind; to be called once. */
  end(): void {
    const { source, file, isVerbose, complain } = this.#options;
    if (this.#handle !== null) closeSync(this.#handle);
    if (!isVerbose)
      for (const [kind, { count, first }] of this.#kinds)
        complain(`${source}: ${count} × ${kind} (${count > 1 ? 'first ' : ''}${first})`);
    if (this.#fault !== null) complain(`${file} could not be written (${this.#fault}).`);
    else if (this.#lines > 0)
      complain(`${source}: every line of it (${this.#lines}) stands in ${file}.`);
  }

  /** The last lines: how many of what. */
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
