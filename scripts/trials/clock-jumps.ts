/**
 * `npm run trials -- clock-jumps [count]`: the database's clock jumps by up to ten hours while four people write.
 * Serves what `npm run build` made; needs Debian's faketime.
 */
import { trialOfKills } from '../testing/kill-trial.ts';

const kills = Number(process.argv[2] ?? 50);
const port = Number(process.env['E2E_PORT'] ?? 3457) + 80;
const found = await trialOfKills('clock', { kills, port });
console.log(
  `${found.clockJumps} jumps of the clock: ${found.acknowledged} words acknowledged, ${found.lost.length} lost.`,
);
process.exitCode = found.lost.length > 0 ? 1 : 0;
