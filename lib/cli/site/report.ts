import type { LeftOut } from './site-post.ts';

/** What an import says of a site, and what it counts. */
export class Report {
  readonly counts = { created: 0, changed: 0, unchanged: 0, faulty: 0, noted: 0 };
  readonly #leftOut = new Map<string, number>();
  readonly #file: string;
  readonly #complain: (line: string) => void;

  constructor(file: string, complain: (line: string) => void) {
    this.#file = file;
    this.#complain = complain;
  }

  /** Something that did not go in at all. */
  skip(what: string, reason: string): void {
    this.counts.faulty++;
    this.#complain(`${this.#file}: ${what}: (skipped) ${reason}`);
  }

  /** What an article that went in lost or changed on the way. */
  note(what: string, reasons: readonly string[]): void {
    if (reasons.length > 0) this.counts.noted++;
    for (const reason of reasons) this.#complain(`${this.#file}: ${what}: (kept) ${reason}`);
  }

  leave({ kind, name }: LeftOut): void {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1);
    if (name !== null) this.#complain(`${this.#file}: ${name}: (left out) ${kind}`);
  }

  /** The last lines: how many of what. */
  sentences(isDry: boolean): string[] {
    const { created, changed, unchanged, faulty, noted } = this.counts;
    const leftOut = [...this.#leftOut].map(([kind, count]) => `${count} ${kind}`);
    return [
      `${isDry ? 'Would import' : 'Imported'} ${this.#file}: ${created} new, ${changed} changed, ` +
        `${unchanged} unchanged, ${faulty} faulty; ${noted} with something to look at.`,
      ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(', ')}.`] : []),
    ];
  }
}
