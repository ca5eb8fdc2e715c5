/**
 * What was invalidated while pages are being made. A page knows what it was made of only when it is
 * finished; then it is asked here whether any of that was touched since it was begun.
 */
export class Invalidations {
  /** Null touches everything. */
  #recent: { at: number; tags: ReadonlySet<string> | null }[] = [];
  readonly #begun = new Set<{ at: number }>();
  #at = 0;

  /** Notes the beginning of a render; every one that is begun must be ended. */
  begin(): { at: number } {
    const render = { at: this.#at };
    this.#begun.add(render);
    return render;
  }

  /** @returns whether anything that the render was made of was invalidated since it began */
  end(render: { at: number }, tags: ReadonlySet<string>): boolean {
    this.#begun.delete(render);
    const isTouched = this.#recent.some(
      (invalidation) =>
        invalidation.at > render.at &&
        (invalidation.tags === null || shares(invalidation.tags, tags)),
    );
    const oldest = Math.min(...[...this.#begun].map(({ at }) => at));
    this.#recent = this.#recent.filter(({ at }) => at > oldest);
    return isTouched;
  }

  /** @param tags - what was touched; null for everything */
  add(tags: readonly string[] | null): void {
    this.#at++;
    if (this.#begun.size > 0) this.#recent.push({ at: this.#at, tags: tags && new Set(tags) });
  }
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const tag of one) if (other.has(tag)) return true;
  return false;
}
