/**
 * What was invalidated while pages are being rendered. What a page was made from is known only when its
 * render has finished; then it is checked here whether any of that was invalidated since the render began.
 */
export class Invalidations {
  /** Null invalidates everything. */
  #recent: { at: number; tags: ReadonlySet<string> | null }[] = [];
  readonly #begun = new Set<{ at: number }>();
  #at = 0;

  /** Records the start of a render; each one that is started must be ended. */
  begin(): { at: number } {
    const render = { at: this.#at };
    this.#begun.add(render);
    return render;
  }

  /** @returns whether anything that the render was made from was invalidated since it began */
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

  /** @param tags - what was invalidated; null for everything */
  add(tags: readonly string[] | null): void {
    this.#at++;
    if (this.#begun.size > 0) this.#recent.push({ at: this.#at, tags: tags && new Set(tags) });
  }
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const tag of one) if (other.has(tag)) return true;
  return false;
}
