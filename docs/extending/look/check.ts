/** A green look is everywhere a look belongs. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DrillTools } from '../../../scripts/drills/tools.ts';

const PAPER = { light: '#effaf3', dark: '#0d1511' };
const ACCENT = '#00663a';

export async function check({ ask, folder, site }: DrillTools): Promise<void> {
  const { text: front } = await ask('/en');
  for (const [theme, colour] of Object.entries(PAPER))
    assert.ok(
      front.includes(`content="${colour}" media="(prefers-color-scheme: ${theme})"`),
      `the browser's frame has the paper of the ${theme} theme`,
    );
  const sheets = [...front.matchAll(/href="([^"]+\.css)"/g)].map(
    async ([, path = '']) => (await ask(path)).text,
  );
  const styles = front + (await Promise.all(sheets)).join('');
  assert.match(styles, new RegExp(`--paper:[^;}]*${PAPER.light}`), 'pages have the paper');
  assert.match(styles, new RegExp(`--accent:[^;}]*${ACCENT}`), 'pages have the accent');

  const manifest = JSON.parse((await ask('/manifest.webmanifest')).text) as Record<string, unknown>;
  assert.equal(manifest['background_color'], PAPER.light, 'the app opens on the paper');
  assert.equal(manifest['theme_color'], PAPER.light);

  const [, card = ''] = /property="og:image" content="([^"]+)"/.exec(front) ?? [];
  const { bytes } = await ask(card.replace(site, ''));
  assert.deepEqual(
    await colourAt(bytes, 5),
    rgbOf(ACCENT),
    'a share card has a stripe of the accent',
  );
  assert.deepEqual(await colourAt(bytes, 620), rgbOf(PAPER.light), 'a share card is on the paper');

  const { failurePage } = (await import(join(folder, 'lib/page-cache/failure-page.ts'))) as {
    failurePage: (request: object, response: object) => void;
  };
  let failure = '';
  failurePage(
    { url: '/en', method: 'GET', headers: {} },
    { writeHead: () => undefined, end: (page: string) => (failure = page) },
  );
  assert.ok(failure.includes(PAPER.light), 'the page of a failure has the paper');
}

/** The colour of a picture near its left edge. @param top - pixels */
async function colourAt(picture: Buffer, top: number): Promise<number[]> {
  const { data } = await sharp(picture)
    .removeAlpha()
    .extract({ left: 4, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

const rgbOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
