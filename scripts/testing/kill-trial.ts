/** Kills a portal and its database, or cuts its power, while people write, and looks for what is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beginWriting, countSaved, findLost, untilSaved } from './four-writers.ts';
import { startTrialPortal, type TrialKind, type TrialPortal } from './trial-portal.ts';

export interface Findings {
  serverKills: number;
  databaseKills: number;
  powerCuts: number;
  clockJumps: number;
  /** Words that the portal said it has, and those of them that it had no more afterwards. */
  acknowledged: number;
  lost: string[];
  /** Milliseconds from a kill of the database, or the server's new start, until it was ready; sorted. */
  readyAfterServer: number[];
  readyAfterDatabase: number[];
  readyAfterPower: number[];
}

/** Milliseconds that it is let live, at the most, after it took a save. */
const LIFE = 500;

/**
 * @param port - of the portal under fire
 * @param say - is given a line after each tenth kill
 */
export async function trialOfKills(
  kind: TrialKind,
  { kills, port, say }: { kills: number; port: number; say?: (line: string) => void },
): Promise<Findings> {
  const findings: Findings = {
    serverKills: 0,
    databaseKills: 0,
    powerCuts: 0,
    clockJumps: 0,
    acknowledged: 0,
    lost: [],
    readyAfterServer: [],
    readyAfterDatabase: [],
    readyAfterPower: [],
  };
  const portal = await startTrialPortal(kind, port);
  const { site, env } = portal;
  try {
    const { writers, cookie } = await beginWriting(site, env);
    for (const writer of writers) writer.start();
    for (let kill = 0; kill < kills; kill++) {
      await untilSaved(writers);
      await sleep(Math.random() * LIFE);
      await harm(kind, portal, findings);
      await findLost(site, cookie, writers, findings.lost);
      if (say && (kill + 1) % 10 === 0)
        say(`${kill + 1} of ${kills}: ${findings.lost.length} lost`);
    }
    for (const writer of writers) await writer.stop();
    await findLost(site, cookie, writers, findings.lost);
    findings.acknowledged = countSaved(writers);
    findings.readyAfterServer.sort((one, other) => one - other);
    findings.readyAfterDatabase.sort((one, other) => one - other);
    findings.readyAfterPower.sort((one, other) => one - other);
    return findings;
  } finally {
    await portal.stop();
  }
}

/** Does one harm of the kind, and counts it. */
async function harm(kind: TrialKind, portal: TrialPortal, findings: Findings): Promise<void> {
  if (kind === 'clock') {
    findings.clockJumps++;
    portal.jumpClock();
  } else if (kind === 'power') {
    findings.powerCuts++;
    findings.readyAfterPower.push(await portal.cutPower());
  } else if (Math.random() < 0.5) {
    findings.serverKills++;
    findings.readyAfterServer.push(await portal.killServer());
  } else {
    findings.databaseKills++;
    findings.readyAfterDatabase.push(await portal.killDatabase());
  }
}
