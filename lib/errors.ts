/**
 * A failure that a person can act on: a stable code, one sentence that says what was wrong and what to
 * do, and the cause for the log.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Marks the end of a switch over a fixed set: the compiler reports a case that was forgotten.
 * @throws CodedError `unreachable`
 */
export function assertUnreachable(value: never): never {
  throw new CodedError('unreachable', `Unexpected value: ${JSON.stringify(value)}`);
}
