/** What the door has answered since the start, in whole numbers: counting costs a request nothing to speak of. */
import type { Address } from '../addresses.ts';

/** What a request was for; `refused` is what the door itself turned away. */
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
