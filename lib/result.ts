/** The outcome of an operation that may be refused for an expected reason. */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** An accepted outcome. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** A refusal that the caller is expected to handle. */
export function refuse<Refusal>(refusal: Refusal): Result<never, Refusal> {
  return { ok: false, refusal };
}
