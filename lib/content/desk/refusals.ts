/**
 * Why the newsroom's routes refuse, each with its HTTP status. Each has a sentence in every language: the
 * namespace `NewsroomRefusals` of the messages.
 */

/** Of the commands. */
const REFUSALS = {
  missing: 404,
  forbidden: 403,
  stale: 409,
  wrong_status: 409,
  invalid: 422,
  slug_taken: 409,
  told_already: 409,
  in_use: 409,
  not_taken: 422,
  person_exists: 409,
  last_chief: 409,
  own_account: 409,
  wrong_password: 403,
  common_password: 422,
  wrong_code: 403,
  throttled: 429,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Of the routes themselves. */
const ROUTE_REFUSALS = {
  wrong: 401,
  second_factor: 401,
  signed_out: 401,
  second_factor_demanded: 403,
  foreign_origin: 403,
  ended_link: 404,
  no_mail: 404,
  unknown_command: 404,
  malformed: 400,
  too_large: 413,
  unavailable: 503,
} as const;
export type RouteRefusal = keyof typeof ROUTE_REFUSALS;

/** The HTTP status of a refusal. */
export const statusOf = (code: RefusalCode | RouteRefusal) =>
  ({ ...REFUSALS, ...ROUTE_REFUSALS })[code];

/** What a browser can meet: also an answer that did not come (`offline`), or is none of ours (`failed`). */
export type SendRefusal = RefusalCode | RouteRefusal | 'offline' | 'failed';

/**
 * The refusal that an answer names.
 * @param code - as it was received
 * @returns `failed` for what is no refusal of the newsroom
 */
export const refusalNamed = (code: string | undefined): SendRefusal =>
  code !== undefined && (isKeyOf(REFUSALS, code) || isKeyOf(ROUTE_REFUSALS, code))
    ? code
    : 'failed';

const isKeyOf = <Codes extends object>(codes: Codes, code: string): code is keyof Codes & string =>
  Object.hasOwn(codes, code);
