/** `npm run trials -- power-cuts [count]`: 100 power cuts while four people write. Serves what `npm run build` made. */
import { trialOfKills } from '../testing/kill-trial.ts';

const kills = Number(process.argv[2] ?? 100);
const port = Number(process.env['E2E_PORT'] ?? 3457) + 80;
const found = await trialOfKills('power', { kills, port, say: console.log });
const times = found.readyAfterPower;
console.log(
  `${found.powerCuts} power cuts: ${found.acknowledged} words acknowledged, ${found.lost.length} lost.\n` +
    `  ready after: median ${times[Math.floor(times.length / 2)]}, longest ${times.at(-1)} ms`,
);
process.exitCode = found.lost.length > 0 ? 1 : 0;
