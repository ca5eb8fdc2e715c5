import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { emptyPng } from '../../scripts/testing/hostile-files.ts';
import { begin, change, joinAs, publishNew } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** Milliseconds that cutting may take on a machine that does much else. */
const CUTTING = 120_000;
/** Sets the pictures of one run apart from those of another on the same data. */
const RUN = Date.now();

test.describe.configure({ timeout: 300_000 });

/** A photograph of over a megabyte, so that it is sent in two parts: a pale spot at the left, noise around it. */
async function photograph(seed: number): Promise<Buffer> {
  let state = (RUN + seed) | 0;
  const data = Buffer.alloc(900 * 600 * 3);
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    data[at] = state >>> 24;
  }
  const spot = Buffer.alloc(300 * 600 * 3, seed % 2 ? 250 : 5);
  return sharp(data, { raw: { width: 900, height: 600, channels: 3 } })
    .composite([{ input: spot, raw: { width: 300, height: 600, channels: 3 }, left: 0, top: 0 }])
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** Drops files onto the place for them. */
async function drop(page: Page, files: { name: string; bytes: Buffer }[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (sent) => {
      const dropped = new DataTransfer();
      for (const { name, base64 } of sent) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dropped.items.add(new File([bytes], name));
      }
      return dropped;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
  await page.getByText('Drop pictures here').dispatchEvent('drop', { dataTransfer: transfer });
}

test('two pictures are dropped, the line breaks in the middle, they go on where they stopped, and one leads an article', async ({
  context,
  browser,
}) => {
  await joinAs(context.request, 'editor-in-chief');
  const id = await begin(context.request, `A spot at the left ${RUN}`);
  // Not the page of the fixture: a browser complains of a line that breaks.
  const page = await context.newPage();
  await page.goto(`/en/newsroom/media`);
  const offsets: number[] = [];
  let isBroken = false;
  await page.route('**/media/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    if (offsets.at(-1) === 0 || isBroken) return route.continue();
    isBroken = true;
    await context.setOffline(true);
    return route.abort('internetdisconnected');
  });
  await drop(page, [
    { name: `left-${RUN}.png`, bytes: await photograph(1) },
    { name: `right-${RUN}.png`, bytes: await photograph(2) },
  ]);
  await expect(page.getByText(/The connection broke at \d+%/).first()).toBeVisible();
  await context.setOffline(false);
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await expect(uploads.getByText('In the library')).toHaveCount(2, { timeout: CUTTING });
  // What had come before the line broke was not sent again.
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(2);

  await page.goto(`/en/newsroom/article/${id}`);
  await page.getByRole('heading', { name: 'Lead picture' }).click();
  await page.getByRole('button', { name: 'Choose a picture' }).click();
  const picker = page.getByRole('region', { name: 'Choose a picture' });
  await picker.getByLabel('Search').fill(`left-${RUN}`);
  await picker.getByRole('button', { name: `left-${RUN}.png` }).click();
  await expect(page.getByText('No alternative text:')).toBeVisible();
  await page.getByLabel('Alternative text').fill('A pale spot');
  await expect(page.getByText('No alternative text:')).toHaveCount(0);

  const aim = page.getByRole('button', { name: 'Focal point' });
  const square = page.locator('svg[data-crop="1x1"]');
  await expect(square).toHaveAttribute('viewBox', '150 0 600 600');
  await aim.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByText('10 % from the left, 50 % from the top')).toBeVisible();
  await expect(square).toHaveAttribute('viewBox', '0 0 600 600');
  await page.getByRole('button', { name: 'Apply this crop' }).click();
  await expect(page.getByText('Cropped', { exact: true })).toBeVisible({ timeout: CUTTING });
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('link', { name: 'As readers see it' })).toBeVisible();

  const html = await (await context.request.get(`/en/post/a-spot-at-the-left-${RUN}`)).text();
  const share = /\/media\/([0-9a-f]{32})\/share-1200\.10-50\.jpg/.exec(html);
  expect(html).toMatch(/\/media\/[0-9a-f]{32}\/1x1-1200\.10-50\.jpg/);
  const imageId = share?.[1] ?? '';
  const crop = await context.request.get(`/media/${imageId}/1x1-480.10-50.webp`);
  expect(crop.headers()['cache-control']).toContain('immutable');
  // The left half of the square is the pale spot, which a crop around the middle would have cut away.
  const left = await sharp(await crop.body())
    .extract({ left: 0, top: 0, width: 200, height: 480 })
    .png()
    .toBuffer();
  const seen = await sharp(left).stats();
  expect(seen.channels.every(({ mean }) => mean > 240)).toBe(true);
  expect((await context.request.get(`/media/${imageId}/original.png`)).status()).toBe(404);

  await expect(change(context.request, `media/${imageId}/remove`)).rejects.toThrow(/in_use/);
  await page.goto('/en/newsroom/media');
  await page.getByLabel('Search').fill(`left-${RUN}`);
  await page.getByRole('button', { name: `left-${RUN}.png` }).click();
  await expect(page.getByText('published', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByText('It cannot be removed: 1 article uses it.')).toBeVisible();

  const { request: reader } = await browser.newContext();
  const statusFor = async (request: typeof reader) =>
    (await request.get(`/media/${imageId}/1x1-480.10-50.webp`)).status();
  expect(await statusFor(reader)).toBe(200);
  await change(context.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await expect.poll(() => statusFor(reader)).toBe(410);
  expect(await statusFor(context.request)).toBe(200);
});

test('the card that bears an article’s headline is gone with the article', async ({
  context,
  browser,
}) => {
  await joinAs(context.request, 'editor-in-chief');
  const headline = `A headline on a card ${RUN}`;
  const id = await publishNew(context.request, headline);
  const { request: reader } = await browser.newContext();
  const address = `/en/post/a-headline-on-a-card-${RUN}`;
  await expect.poll(async () => (await reader.get(address)).status()).toBe(200);
  const html = await (await reader.get(address)).text();
  const card = /\/media\/cards\/\d+-[0-9a-f]{16}\.png/.exec(html)?.[0] ?? '';
  expect((await reader.get(card)).status()).toBe(200);
  await change(context.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await expect.poll(async () => (await reader.get(card)).status()).toBe(410);
});

test('in Armenian an SVG and a bomb are refused with their reasons, and the next picture is taken', async ({
  page,
}) => {
  await joinAs(page.request, 'reporter');
  await page.goto('/hy/newsroom/media');
  await expect(page.getByRole('heading', { name: 'Մեդիադարան' })).toBeVisible();
  const files = page.getByLabel('Ընտրել ֆայլեր');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  await files.setInputFiles([
    { name: 'ծաղիկ.png', mimeType: 'image/png', buffer: Buffer.from(svg) },
    { name: 'ռումբ.png', mimeType: 'image/png', buffer: emptyPng(30_000, 30_000) },
    {
      name: 'վնասված.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
    },
  ]);
  await expect(page.getByText('SVG ֆայլերը չեն ընդունվում')).toBeVisible({ timeout: CUTTING });
  await expect(page.getByText('Պատկերն ունի ավելի քան 50 մեգապիքսել։')).toBeVisible({
    timeout: CUTTING,
  });
  await expect(page.getByText('Ֆայլը վնասված է')).toBeVisible({ timeout: CUTTING });
  const small = sharp({ create: { width: 300, height: 300, channels: 3, background: '#357' } });
  await files.setInputFiles([
    {
      name: `լավ-${RUN}.png`,
      mimeType: 'image/png',
      buffer: await small
        .composite([
          {
            input: Buffer.from([RUN & 255, (RUN >> 8) & 255, (RUN >> 16) & 255]),
            raw: { width: 1, height: 1, channels: 3 },
          },
        ])
        .png()
        .toBuffer(),
    },
  ]);
  await expect(page.getByText('Մեդիադարանում է', { exact: true })).toBeVisible({
    timeout: CUTTING,
  });
  await expect(page.getByRole('button', { name: `լավ-${RUN}.png` })).toBeVisible();
});
