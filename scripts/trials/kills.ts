/** `npm run trials -- kills [count]`: 200 kills, on the embedded database and on a PostgreSQL beside the portal. Serves what `npm run build` made. */
import { trialOfKills } from '../testing/kill-trial.ts';

const kills = Number(process.argv[2] ?? 200);
const port = Number(process.env['E2E_PORT'] ?? 3457) + 80;
const spread = (list: readonly number[]) =>
  list.length === 0
    ? 'none'
    : `median ${list[Math.floor(list.length / 2)]}, longest ${list.at(-1)} ms, ${list.filter((time) => time > 3000).length} over 3 s`;

let isLost = false;
for (const kind of ['embedded', 'postgres'] as const) {
  const found = await trialOfKills(kind, { kills, port, say: console.log });
  isLost ||= found.lost.length > 0;
  console.log(
    `${kind}: ${found.serverKills} kills of the server, ${found.databaseKills} of the database; ` +
      `${found.acknowledged} words acknowledged, ${found.lost.length} lost.\n` +
      `  ready after a kill of the server: ${spread(found.readyAfterServer)}\n` +
      `  ready after a kill of the database: ${spread(found.readyAfterDatabase)}`,
  );
}
process.exitCode = isLost ? 1 : 0;
