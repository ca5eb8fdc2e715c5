/** The checks of every route handler of the newsroom: the user, the origin and the form of a request. */
import { z } from 'zod';
import { tokenIn } from '@/lib/accounts/cookie';
import { lacksSecondFactor } from '@/lib/accounts/second-factor';
import { readSession } from '@/lib/accounts/sessions';
import type { User } from '@/lib/accounts/user';
import { cleanValue } from '@/lib/content/body/clean-text';
import { environment } from '@/lib/env';
import { statusOf, type RefusalCode, type RouteRefusal } from '@/lib/content/desk/refusals';
import type { Refusal } from '@/lib/refusal';
import { mostBody } from '@/lib/http/door/limits';
import type { Result } from '@/lib/result';
import { answerJson, answerWith, refuseJson } from '../answer';

/** A refusal of the newsroom, with its status. */
export const refuse = (code: RefusalCode | RouteRefusal, message: string): Response =>
  refuseJson(statusOf(code), code, message);

/** The result of a command as JSON, with the matching status. */
export function answerResult(result: Result<unknown, Refusal>): Response {
  if (result.ok) return answerJson(result.value ?? {});
  const { code, message, ...details } = result.refusal;
  return refuseJson(statusOf(code), code, message, details);
}

/** Whether a request was made by a page of ours: both headers are required, neither is assumed. */
function isOwn(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (request.headers.get('sec-fetch-site') !== 'same-origin' || !origin) return false;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.headers.get('host') || origin === new URL(environment().SITE_URL).origin;
}

/**
 * Reads the JSON body of a change.
 * @param work - called with the body, which is not validated: a schema is asked next
 */
async function withBody(
  request: Request,
  work: (body: unknown) => Promise<Response>,
): Promise<Response> {
  if (!isOwn(request)) {
    return refuse('foreign_origin', 'Changes are taken from the newsroom’s own pages only.');
  }
  // A client that closes the page during its last request expects no answer, and that is not a fault of
  // ours.
  const text = await request.text().catch(() => null);
  if (text === null) return refuse('malformed', 'The request broke off.');
  // The HTTP door (`lib/http/door/door.ts`) has checked the length; a portal that runs without it has not.
  if (Buffer.byteLength(text) > mostBody(new URL(request.url).pathname))
    return refuse('too_large', 'The request is too large.');
  const type = request.headers.get('content-type') ?? '';
  if (text !== '' && !type.startsWith('application/json')) {
    return refuse('malformed', 'Changes are sent as JSON.');
  }
  let value: unknown;
  try {
    value = text === '' ? {} : cleanValue(JSON.parse(text));
  } catch {
    return refuse('malformed', 'This is not JSON.');
  }
  return answerWith(() => work(value));
}

/**
 * A change without a session: signing in and using a one-time link.
 * @param schema - of the JSON body
 * @param work - called with the validated body
 */
export function change<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  work: (input: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  return withBody(request, async (body) => {
    const parsed = schema.safeParse(body);
    return parsed.success ? work(parsed.data) : refuse('invalid', z.prettifyError(parsed.error));
  });
}

/** The session token of a request; empty without one. */
export const tokenOf = (request: Request): string => tokenIn(request.headers.get('cookie')) ?? '';

/** The user of a request; null without a session. */
async function userOf(request: Request): Promise<User | null> {
  const token = tokenOf(request);
  return token === '' ? null : readSession(token);
}

/**
 * A read by a signed-in user. Answers 401 without a session, and 403 while a demanded second factor is
 * missing.
 */
export async function readAs(
  request: Request,
  work: (user: User) => Promise<Response>,
): Promise<Response> {
  return readAsOneself(request, async (user) =>
    (await lacksSecondFactor(user))
      ? refuse('second_factor_demanded', 'Set up a second factor first.')
      : work(user),
  );
}

/** A read of a signed-in user's own data: also allowed before a demanded second factor is set up. */
async function readAsOneself(
  request: Request,
  work: (user: User) => Promise<Response>,
): Promise<Response> {
  return answerWith(async () => {
    const user = await userOf(request);
    return user ? work(user) : refuse('signed_out', 'Sign in first.');
  });
}

/** A request by a signed-in user whose body is not JSON; a change must come from a page of ours. */
export function rawAs(
  request: Request,
  work: (user: User) => Promise<Response>,
): Promise<Response> {
  return readAs(request, async (user) =>
    request.method === 'HEAD' || isOwn(request)
      ? work(user)
      : refuse('foreign_origin', 'Changes are taken from the newsroom’s own pages only.'),
  );
}

/** A change by a signed-in user to the user's own data. */
export function changeAsOneself<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  work: (user: User, input: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  return readAsOneself(request, (user) => change(request, schema, (input) => work(user, input)));
}

/** A command as routes run it: `lib/newsroom/commands/declare/define-command.ts`. */
interface Runnable<Subject> {
  receive: (user: User, subject: Subject, body: unknown) => Promise<Result<unknown, Refusal>>;
}

/** The command of a list that an address names; undefined when there is none. */
export const commandNamed = <Item>(
  commands: Readonly<Record<string, Item>>,
  name: string,
): Item | undefined => (Object.hasOwn(commands, name) ? commands[name] : undefined);

/** Runs a command for the signed-in user, with the body of the request as its input. */
export function answerCommand<Subject>(
  request: Request,
  command: Runnable<Subject> | undefined,
  subject: Subject,
): Promise<Response> {
  return readAs(request, (user) =>
    withBody(request, async (body) =>
      command ? answerResult(await command.receive(user, subject, body)) : unknownCommand(),
    ),
  );
}

/** The same for a command on the user's own account: also before a demanded second factor is set up. */
export function answerOwnCommand(
  request: Request,
  command: Runnable<string> | undefined,
): Promise<Response> {
  return readAsOneself(request, (user) =>
    withBody(request, async (body) =>
      command
        ? answerResult(await command.receive(user, tokenOf(request), body))
        : unknownCommand(),
    ),
  );
}

/** Answers a command on what no address names, after the checks of every command. */
export const noSuchCommand = (request: Request, answer = unknownCommand): Promise<Response> =>
  readAs(request, () => withBody(request, () => Promise.resolve(answer())));

const unknownCommand = () => refuse('unknown_command', 'There is no such command.');

/** An id in the form that addresses have; 0, which no row has, for any other text. */
export const idOf = (segment: string): number =>
  /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : 0;
