import { execFileSync } from 'node:child_process';
import { request } from 'node:http';
import type { APIRequestContext } from '@playwright/test';
import { PORT, portalEnvironment } from './portal.ts';

/** What a browser says of a change that one of our own pages sends. */
export const OWN_PAGE = {
  origin: portalEnvironment.SITE_URL,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
} as const;

export const PASSWORD = 'a ferry in the fog';
let number = 0;

/** Adds an account as an operator does, and answers its one-time link's path. */
export function inviteFromTerminal(
  role: string,
  ...options: string[]
): { email: string; path: string } {
  return inviteTo({}, role, ...options);
}

/** As {@link inviteFromTerminal}, at a portal with settings of its own. */
export function inviteTo(
  settings: Record<string, string>,
  role: string,
  ...options: string[]
): { email: string; path: string } {
  const email = `${role}-${process.pid}-${++number}@desk.example`;
  const output = atTerminal(
    ['add', email, '--name', `A ${role}`, '--role', role, ...options],
    settings,
  );
  const path = /\/en\/newsroom\/join\/[\w-]{43}/.exec(output)?.[0];
  if (!path) throw new Error(`No link was printed: ${output}`);
  return { email, path };
}

/** Runs `portal user …` as an operator does, and answers what it printed. */
export const atTerminal = (parameters: string[], settings: Record<string, string> = {}): string =>
  execFileSync(process.execPath, ['lib/cli/portal.ts', 'user', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, ...portalEnvironment, ...settings },
  });

/** Signs a new account in: its cookie is the context's from now on. */
export async function joinAs(
  request: APIRequestContext,
  role: string,
  ...options: string[]
): Promise<string> {
  const { email, path } = inviteFromTerminal(role, ...options);
  await change(request, 'join', { token: path.split('/').at(-1), password: PASSWORD });
  return email;
}

/**
 * Sends a change as one of our own pages would.
 * @throws Error when it is refused
 */
export async function change<Answer>(
  request: APIRequestContext,
  path: string,
  input: unknown = {},
): Promise<Answer> {
  const answer = await request.post(`/api/newsroom/${path}`, { headers: OWN_PAGE, data: input });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Asks for an address as it is spelt: browsers and their kind take `.` and `..` out of it first. */
export function askAsSpelt(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: PORT, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

/** An article with one revision, in English. */
export async function begin(request: APIRequestContext, headline: string): Promise<number> {
  const input = { locale: 'en', category: 'sport', headline };
  return (await change<{ id: number }>(request, 'articles', input)).id;
}

/** Begins an article of one's own, with a text, and publishes it as revision 2. @returns its id */
export async function publishNew(request: APIRequestContext, headline: string): Promise<number> {
  const id = await begin(request, headline);
  const draft = revision(headline);
  await change(request, `articles/${id}/save-markdown`, { version: 1, draft });
  await change(request, `articles/${id}/publish`, { version: 2 });
  return id;
}

/** A revision as the form sends it. */
export const revision = (headline: string, fields: object = {}) => ({
  headline,
  standfirst: `Under ${headline}`,
  kicker: '',
  markdown: `Text of ${headline}.`,
  authors: [],
  topics: [],
  image: null,
  seoTitle: '',
  seoDescription: '',
  embargoUntil: null,
  ...fields,
});
