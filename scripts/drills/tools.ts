/** What the check of a drill may use: see docs/extending/README.md. */
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { joinNewsroom, type Journalist } from '../testing/journalist.ts';

const LOOK_EVERY = 100;
const PATIENCE = 10_000;

export interface DrillAnswer {
  status: number;
  headers: Headers;
  text: string;
  bytes: Buffer;
}

export interface DrillTools {
  /** The address of the portal, without a slash at the end. */
  site: string;
  /** The scratch copy, absolute; it is also the working directory. */
  folder: string;
  /** Asks the portal and follows no redirect. */
  ask: (path: string, headers?: Record<string, string>) => Promise<DrillAnswer>;
  /**
   * Asks until the answer is as it should be.
   * @throws Error with the last status after ten seconds
   */
  until: (path: string, isSo: (answer: DrillAnswer) => boolean) => Promise<DrillAnswer>;
  /** Makes an account of the newsroom and signs in; each call makes another one. */
  joinNewsroom: (role: string) => Promise<Journalist>;
  /**
   * Runs a command of the terminal on the portal's database.
   * @throws Error when it fails
   */
  portal: (...parameters: string[]) => Promise<string>;
}

/** What `check.ts` of a drill exports. */
export interface DrillCheck {
  check: (tools: DrillTools) => Promise<void>;
}

/**
 * The tools of every check.
 * @param env - the environment of the portal
 */
export function drillTools(site: string, env: NodeJS.ProcessEnv): DrillTools {
  const ask: DrillTools['ask'] = async (path, headers = {}) => {
    const answer = await fetch(site + path, { headers, redirect: 'manual' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, text: bytes.toString(), bytes };
  };
  let joined = 0;
  return {
    site,
    folder: process.cwd(),
    ask,
    until: async (path, isSo) => {
      const deadline = performance.now() + PATIENCE;
      for (;;) {
        const answer = await ask(path);
        if (isSo(answer)) return answer;
        if (performance.now() > deadline)
          throw new Error(`${path} (${answer.status}) is not as it should be after ten seconds.`);
        await sleep(LOOK_EVERY);
      }
    },
    joinNewsroom: (role) =>
      joinNewsroom(site, env, { role, email: `drill-${++joined}@caliber.example` }),
    portal: async (...parameters) => {
      const command = ['lib/cli/portal.ts', ...parameters];
      return (await promisify(execFile)(process.execPath, command, { env })).stdout;
    },
  };
}
