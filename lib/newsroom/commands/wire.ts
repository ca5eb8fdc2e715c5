/**
 * The types of what browsers send to the commands and get back, for `components/newsroom/send.ts`: types only,
 * so that no browser loads a command.
 */
import type { z } from 'zod';
import type { COMMANDS } from './commands.ts';

type Lists = typeof COMMANDS;

/** What a command is run on, and its name: `article/publish`. */
export type CommandPath = {
  [On in keyof Lists]: `${On}/${keyof Lists[On] & string}`;
}[keyof Lists];

type CommandAt<Path extends CommandPath> =
  Path extends `${infer On extends keyof Lists}/${infer Name}`
    ? Name extends keyof Lists[On]
      ? Lists[On][Name]
      : never
    : never;

/** What a command is run on, as its address names it; null: nothing, or the sender's own account. */
export type SubjectOf<Path extends CommandPath> = Path extends `account/${string}`
  ? null
  : CommandAt<Path> extends { run: (user: never, subject: infer Subject, ...rest: never) => object }
    ? Subject
    : never;

/** The input of a command, before it is parsed. */
export type InputOf<Path extends CommandPath> =
  CommandAt<Path> extends { input: infer Input extends z.ZodType } ? z.input<Input> : never;

type ResultOf<Path extends CommandPath> =
  CommandAt<Path> extends { run: (...args: never) => Promise<infer Outcome> } ? Outcome : never;

/** The answer of a command as JSON. */
export type AnswerOf<Path extends CommandPath> = Jsonify<ValueIn<ResultOf<Path>>>;

/** The codes with which a command can be refused. */
export type RefusalsOf<Path extends CommandPath> = CodeIn<ResultOf<Path>>;

type ValueIn<Outcome> = Outcome extends { ok: true; value: infer Value } ? Value : never;
type CodeIn<Outcome> = Outcome extends { refusal: { code: infer Code } } ? Code : never;

/** What a value is once it went through JSON; nothing is answered as an empty object. */
type Jsonify<Value> = [Value] extends [null] ? object : Json<Value>;
type Json<Value> = Value extends Date
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends object
      ? { [Key in keyof Value]: Json<Value[Key]> }
      : never;
