/** The eight kinds of refusal. Only `unavailable` is worth trying again. */
export type ErrorKind =
  | 'invalid-input'
  | 'not-found'
  | 'not-signed-in'
  | 'not-allowed'
  | 'wrong-stage'
  | 'conflict'
  | 'limit'
  | 'unavailable';

/** A place in the input and what was expected there. `path` is a dotted path such as `party.creditCode`. */
export interface FieldFault {
  path: string;
  expected: string;
}

/**
 * A refusal that a person can act on. `message` is one Chinese sentence that says what is wrong and what to do.
 * Anything else that is thrown is a bug.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly faults: FieldFault[];

  constructor(kind: ErrorKind, message: string, options: { faults?: FieldFault[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.faults = options.faults ?? [];
  }
}
