/** Negotiator 1 has no types of its own, and `@types/negotiator` has those of 0.6, which knows no `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: { readonly [name: string]: string } });
    /**
     * @param available - the codings that are offered
     * @param options.preferred - the order of those that the client likes equally
     * @returns those that the client accepts, the best first
     */
    encodings<Coding extends string>(
      available: readonly Coding[],
      options: { preferred: readonly Coding[] },
    ): Coding[];
    /** @returns the ranges of Accept-Language, the best first, without those of weight 0 */
    languages(): string[];
  }
}
