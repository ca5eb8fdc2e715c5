/**
 * The newsroom's routes as a component in a test reaches them: `fetch` is answered by what the test says,
 * and every request is noted. Nothing of ours is replaced.
 */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { cleanup } from 'vitest-browser-react';

export interface Sent {
  method: string;
  /** The address after `/api/newsroom/`. */
  path: string;
  body: unknown;
}

interface Answer {
  status?: number;
  body?: unknown;
}

let requests: Sent[] = [];
/** What is answered whenever an address that begins so is asked for. */
let standing: { begin: string; body: unknown }[] = [];
let answers: (Answer | 'offline' | Promise<Answer>)[] = [];
/** Requests for which the test had prepared nothing. */
let unanswered: string[] = [];

/** What was sent since the test began, in order; reads of names and lists are left out. */
export const sent = (): readonly Sent[] => requests.filter(({ method }) => method !== 'GET');

/** The addresses that were read since the test began. */
export const asked = (): readonly string[] =>
  requests.filter(({ method }) => method === 'GET').map(({ path }) => path);

/** The newsroom answers the next request with 200 and a body. */
export const answers200 = (body: unknown = {}): void => void answers.push({ body });

/** The newsroom answers every request for addresses that begin so, before any other answer. */
export const answersAlways = (begin: string, body: unknown): void =>
  void standing.unshift({ begin, body });

/** The newsroom refuses the next request. */
export const refuses = (status: number, code: string, more: object = {}): void =>
  void answers.push({ status, body: { error: { code, message: code, ...more } } });

/** The next request does not reach the newsroom. */
export const isOffline = (): void => void answers.push('offline');

/**
 * The newsroom takes its time with the next request.
 * @returns a function that lets it answer
 */
export function answersLater(body: unknown = {}): () => void {
  let answer: (answer: Answer) => void = () => {};
  answers.push(new Promise((resolve) => (answer = resolve)));
  return () => answer({ body });
}

async function respond(url: string, init: RequestInit | undefined): Promise<Response> {
  const method = init?.method ?? 'GET';
  const [, path] = url.split('/api/newsroom/');
  if (path === undefined) throw new Error(`Not of the newsroom: ${url}`);
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
  requests.push({ method, path, body });
  const always = standing.find(({ begin }) => path.startsWith(begin));
  if (always) return Response.json(always.body);
  const prepared = answers.shift();
  if (prepared === undefined) {
    unanswered.push(`${method} ${path}`);
    throw new Error(`No answer was prepared for ${method} ${path}.`);
  }
  const answer = await prepared;
  if (answer === 'offline') throw new TypeError('Failed to fetch');
  return Response.json(answer.body ?? {}, { status: answer.status ?? 200 });
}

beforeEach(() => {
  requests = [];
  standing = [];
  answers = [];
  unanswered = [];
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) =>
    respond(input instanceof Request ? input.url : String(input), init),
  );
});

afterEach(async () => {
  // A draft sends its last change as it leaves the screen, and tries again where nothing answers: in the
  // test after this one, if it were still on the screen then.
  await cleanup();
  vi.unstubAllGlobals();
  expect(answers, 'answers that nothing asked for').toEqual([]);
  expect(unanswered, 'requests that nothing was prepared for').toEqual([]);
});
