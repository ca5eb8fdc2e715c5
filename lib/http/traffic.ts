/** Counts of the door's responses since the start, as integers: counting costs a request almost nothing. */
import type { Address } from '../addresses.ts';

/** What a request was for; `refused` is a request that the door itself refused. */
export type Kind = Address['kind'] | 'refused';

export class Traffic {
  readonly #counts = new Map<string, Map<number, number>>();

  count(kind: Kind, status: number): void {
    let statuses = this.#counts.get(kind);
    if (!statuses) this.#counts.set(kind, (statuses = new Map()));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }

  /** Every kind and status that has occurred, and how often. */
  *all(): Iterable<{ kind: string; status: number; count: number }> {
    for (const [kind, statuses] of this.#counts)
      for (const [status, count] of statuses) yield { kind, status, count };
  }
}
