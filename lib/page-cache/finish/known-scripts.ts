/**
 * Decides which inline scripts of a finished page are ours. A policy that named every script of a page
 * would also name an injected one: so it names the page's own scripts, which the build made; the
 * framework's, whose code is that of its package; and pure data in the framework's format, which is parsed
 * as JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Names the files with which the framework's runtime starts. */
const BEGINS =
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((.*)\);$/s;
/**
 * Creates the list to which the framework's data is pushed, and pushes the result of a form, where there
 * was one.
 */
const OPENS =
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[0\]\)(?:;self\.__next_f\.push\((.*)\))?$/s;
const PUSHES = /^self\.__next_f\.push\((.*)\)$/s;

/**
 * Checks the inline scripts of one page, in document order.
 * @param own - those that the page cache inserts
 * @param framework - the result of {@link readFrameworkScripts}
 */
export class ScriptJudge {
  readonly #own: ReadonlySet<string>;
  readonly #framework: readonly string[];
  /**
   * The framework's data follows the page that it hydrates: what is pushed before is not the framework's.
   */
  #isOpen = false;

  constructor(own: readonly string[], framework: readonly string[]) {
    this.#own = new Set(own);
    this.#framework = framework;
  }

  /** Whether a script passes the framework its data, or names the files with which it starts. */
  isData(text: string): boolean {
    const begins = BEGINS.exec(text);
    if (begins) return isList(begins[1]);
    const opens = OPENS.exec(text);
    if (opens) {
      const isFirst = !this.#isOpen;
      this.#isOpen = true;
      return isFirst && (opens[1] === undefined || isPush(opens[1]));
    }
    const pushes = PUSHES.exec(text);
    return pushes !== null && this.#isOpen && isPush(pushes[1]);
  }

  /** Whether a script is the page's own, or code of the framework followed by data. */
  isCode(text: string): boolean {
    return this.#own.has(text) || isFrameworks(text, this.#framework);
  }
}

/** Complete statements of the framework, followed by at most one call of its functions with data. */
function isFrameworks(text: string, framework: readonly string[]): boolean {
  let rest = text;
  for (let known: string | undefined = ''; known !== undefined;) {
    rest = rest.slice(known.length).replace(/^;+/, '');
    known = framework.find((statement) => !statement.endsWith('("') && rest.startsWith(statement));
  }
  if (rest === '') return text !== '';
  const call = framework.find((begun) => begun.endsWith('("') && rest.startsWith(begun));
  if (!call) return false;
  const handed = /^(.*)\);?$/s.exec(rest.slice(call.length))?.[1];
  return handed !== undefined && parsed(`["${handed}]`) !== undefined;
}

/** `[1, "…"]`, the form in which the framework passes its data. */
function isPush(text: string | undefined): boolean {
  const value = parsed(text);
  return Array.isArray(value) && typeof value[0] === 'number' && value.length <= 2;
}

/** File names of the build and numbers of modules, and nothing else. */
function isList(text: string | undefined): boolean {
  const value = parsed(text) as { otherChunks?: unknown; runtimeModuleIds?: unknown } | undefined;
  const { otherChunks, runtimeModuleIds, ...rest } = value ?? { more: true };
  return (
    Array.isArray(otherChunks) &&
    otherChunks.every((file) => /^static\/chunks\/[\w.~-]+\.js$/.test(String(file))) &&
    Array.isArray(runtimeModuleIds) &&
    Object.keys(rest).length === 0
  );
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** React's page renderer, of which the framework has its own copy. */
const RENDERER = 'next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js';
/** A string of the renderer that contains a script, or the beginning of one that calls a function of it. */
const SCRIPT = /^(?:\$R|requestAnimationFrame\(function\(\)\{\$RT|addEventListener\("submit")/;

/** The code that the framework's renderer writes into pages, read from its own package; longest first. */
export function readFrameworkScripts(): string[] {
  const source = readFileSync(createRequire(import.meta.url).resolve(RENDERER), 'utf8');
  const texts = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)]
    .map(([, single, double]) => textOf(single ?? double ?? ''))
    .filter((text) => SCRIPT.test(text));
  return [...new Set(texts)].sort((one, other) => other.length - one.length);
}

/** The value of a string literal, with the escapes that occur in such strings. */
const textOf = (literal: string) =>
  literal.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
