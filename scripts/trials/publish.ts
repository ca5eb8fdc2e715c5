/**
 * `npm run trials -- publish [count]`: publishes so many times (100) on a portal of its own, after a build,
 * and prints when readers saw it on each page. E2E_PORT moves the portal.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { portalEnvironment } from '../../e2e/support/portal.ts';
import { joinNewsroom } from '../testing/journalist.ts';
import { tryPublishing } from '../testing/try-publishing.ts';

const count = Number(process.argv.at(-1)) || 100;
const site = portalEnvironment.SITE_URL;
const portal = spawn(process.execPath, ['e2e/support/serve.ts'], { stdio: 'inherit' });
const isReady = () =>
  fetch(`${site}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
while (!(await isReady())) {
  if (portal.exitCode !== null) throw new Error('The portal did not start: build it first.');
  await new Promise((look) => setTimeout(look, 200));
}

const { send } = await joinNewsroom(
  site,
  { ...process.env, ...portalEnvironment },
  { role: 'editor-in-chief', email: `trial-${Date.now()}@caliber.example` },
);

try {
  const { seen, missed } = await tryPublishing({
    send,
    read: async (path) => (await fetch(site + path)).text(),
    view: (id, reader) =>
      fetch(`${site}/api/views/${id}`, {
        method: 'POST',
        headers: { 'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/${100 + reader}.0` },
      }),
    count,
  });
  console.log(`${count} publications; milliseconds from the answer until a request showed it:`);
  for (const [name, times] of Object.entries(seen)) {
    const at = (share: number) => times[Math.ceil(times.length * share) - 1];
    console.log(
      `${name.padEnd(14)} p50 ${String(at(0.5)).padStart(5)}   p99 ${String(at(0.99)).padStart(5)}   most ${String(at(1)).padStart(5)}`,
    );
  }
  console.log(
    `Not as soon as the outbox was followed: ${missed.length === 0 ? 'none' : missed.join(', ')}`,
  );
  const slowest = Math.max(
    ...Object.values(seen).map((times) => times[Math.ceil(times.length * 0.99) - 1] ?? 0),
  );
  process.exitCode = missed.length > 0 || slowest > 1000 ? 1 : 0;
} finally {
  portal.kill('SIGTERM');
  await once(portal, 'exit');
}
