/** Somebody of the newsroom, without a browser: joins by a link of the terminal and sends what its pages send. */
import { execFileSync } from 'node:child_process';

const PASSWORD = 'a ferry in the fog';

export interface Journalist {
  /** As `name=value`. */
  cookie: string;
  /**
   * Sends a change as the newsroom's own page would.
   * @throws Error when it is refused
   */
  send: <Answer>(path: string, input?: unknown) => Promise<Answer>;
}

/** @param env - of the portal at `site`: its data is where the account is made */
export async function joinNewsroom(
  site: string,
  env: NodeJS.ProcessEnv,
  { role, email }: { role: string; email: string },
): Promise<Journalist> {
  const output = execFileSync(
    process.execPath,
    ['lib/cli/portal.ts', 'user', 'add', email, '--name', email, '--role', role],
    { env, encoding: 'utf8' },
  );
  const token = /\/join\/([\w-]{43})/.exec(output)?.[1];
  if (!token) throw new Error(`No link was printed: ${output}`);
  const post = async (path: string, input: unknown, cookie: string): Promise<Response> => {
    const answer = await fetch(`${site}/api/newsroom/${path}`, {
      method: 'POST',
      headers: {
        origin: site,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie,
      },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const joined = await post('join', { token, password: PASSWORD }, '');
  const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    cookie,
    send: async <Answer>(path: string, input: unknown = {}) =>
      (await (await post(path, input, cookie)).json()) as Answer,
  };
}
