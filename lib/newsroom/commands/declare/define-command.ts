/** What a command of the newsroom declares about itself, and how it is run: one file a command. */
import { z } from 'zod';
import type { Store } from '../../../db/store.ts';
import type { User } from '../../../accounts/user.ts';
import type { ArticleStatus } from '../../../content/article.ts';
import type { Role } from '../../../content/desk/roles.ts';
import { CodedError } from '../../../errors.ts';
import type { Refusal, RefusalCode } from '../../../refusal.ts';
import { refuse, type Result } from '../../../result.ts';

/** The refusals that every command can have. */
const COMMON = ['missing', 'forbidden', 'invalid', 'wrong_status'] as const;
type Refusals<Code extends RefusalCode> = Refusal<Code | (typeof COMMON)[number]>;

/** The facts of a command that screens and the audit log need: `scripts/generate` lists them. */
export interface CommandFacts {
  /** How far each role reaches. */
  permission: Readonly<Record<Role, string>>;
  /** The statuses of an article in which it is allowed. */
  statuses?: readonly ArticleStatus[];
  /** The verbs under which the audit log names it. */
  log: string | readonly string[] | null;
}

interface Declaration<
  Subject,
  Input extends z.ZodType,
  Value,
  Code extends RefusalCode,
  From extends Store,
> extends CommandFacts {
  /** The input, as browsers and programs send it. */
  input: Input;
  /** Its refusals besides those that every command can have. */
  refusals: readonly Code[];
  /**
   * @param subject - what it is run on, as its address names it
   * @param from - the process's own store when it is missing
   */
  run: (
    user: User,
    subject: Subject,
    input: z.output<Input>,
    from?: From,
  ) => Promise<Result<Value, Refusal>>;
}

/** A command, with its types for those who send it. */
export interface Command<
  Subject,
  Input extends z.ZodType,
  Value,
  Code extends RefusalCode,
  From extends Store = Store,
> extends CommandFacts {
  input: Input;
  refusals: readonly Code[];
  run: (
    user: User,
    subject: Subject,
    input: z.output<Input>,
    from?: From,
  ) => Promise<Result<Value, Refusals<Code>>>;
  /**
   * Validates the input and runs the command.
   * @param body - the input as it was received
   * @returns as of `run`; `invalid` when the input does not match
   */
  receive: (
    user: User,
    subject: Subject,
    body: unknown,
    from?: From,
  ) => Promise<Result<Value, Refusals<Code>>>;
}

/**
 * Declares a command.
 * @throws CodedError `undeclared_refusal`, when it is run, for a refusal that it does not declare
 */
export function defineCommand<
  Subject,
  Input extends z.ZodType,
  Value,
  const Code extends RefusalCode,
  From extends Store = Store,
>(
  declared: Declaration<Subject, Input, Value, Code, From>,
): Command<Subject, Input, Value, Code, From> {
  const run = async (user: User, subject: Subject, input: z.output<Input>, from?: From) => {
    const result = await declared.run(user, subject, input, from);
    return result.ok ? result : refuse(demandDeclared(result.refusal, declared.refusals));
  };
  return {
    ...declared,
    run,
    receive: async (user, subject, body, from) => {
      const parsed = declared.input.safeParse(body);
      return parsed.success
        ? run(user, subject, parsed.data, from)
        : refuse({ code: 'invalid', message: z.prettifyError(parsed.error) });
    },
  };
}

function demandDeclared<Code extends RefusalCode>(
  refusal: Refusal,
  codes: readonly Code[],
): Refusals<Code> {
  const code = [...COMMON, ...codes].find((declared) => declared === refusal.code);
  if (code) return { ...refusal, code };
  throw new CodedError(
    'undeclared_refusal',
    `A command refused with “${refusal.code}”, which it does not declare.`,
  );
}
