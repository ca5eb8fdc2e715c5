/** A journalist in a long article: how long a key takes until its letter is painted, saves going on meanwhile. */
import { spawnSync } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../../e2e/support/browser.ts';
import type { Block } from '../../../lib/content/body/body.ts';
import { emptyDraft, type Draft } from '../../../lib/content/draft/draft.ts';
import type { MediaPage } from '../../../lib/content/desk/media.ts';
import { plainText } from '../../../lib/content/body/plain-text.ts';
import { joinNewsroom } from '../../testing/journalist.ts';
import type { Table } from '../harness.ts';

const WORDS = 10_000;
const PICTURES = 60;
const WORDS_OF_PARAGRAPH = 80;
/** Letters typed into one paragraph in the middle, and milliseconds between two of them: a fast typist's. */
const KEYS = 400;
const PAUSE = 80;
/** The browser reports events of this duration or longer, in milliseconds, rounded to 8. */
const REPORTED_FROM = 16;
const MARK = 'zq';

/** An article of {@link WORDS} words in Armenian letters, with pictures of the library between them. */
function longDraft(imageIds: readonly string[]): Draft {
  const paragraphs = WORDS / WORDS_OF_PARAGRAPH;
  const content: Block[] = [];
  for (let number = 0; number < paragraphs; number++) {
    if (number % 10 === 0)
      content.push({
        type: 'heading',
        attrs: { level: 2 },
        content: [{ type: 'text', text: `Գլուխ ${number / 10 + 1}` }],
      });
    const words = Array.from(
      { length: WORDS_OF_PARAGRAPH },
      (_, word) => ['նավահանգիստ', 'ջուր', 'քամի', 'լապտեր', 'մառախուղ'][(number + word) % 5],
    );
    content.push({ type: 'paragraph', content: [{ type: 'text', text: words.join(' ') }] });
    const before = Math.floor((number * PICTURES) / paragraphs);
    const after = Math.floor(((number + 1) * PICTURES) / paragraphs);
    for (let picture = before; picture < after; picture++)
      content.push({
        type: 'image',
        attrs: {
          imageId: imageIds[picture % imageIds.length] ?? '',
          alt: `Նկար ${picture + 1}`,
          caption: 'Նավահանգիստը առավոտյան',
          credit: null,
        },
      });
  }
  return { ...emptyDraft('Երկար նյութ'), body: { type: 'doc', content } };
}

export const run: Table = async (bench) => {
  const env = bench.settings('newsroom');
  spawnSync(process.execPath, ['lib/cli/portal.ts', 'import', 'edition'], { env });
  const { site } = await bench.serve(env);
  const person = { role: 'editor-in-chief', email: 'typist@caliber.example' };
  const { send, cookie } = await joinNewsroom(site, env, person);
  const read = async <Answer>(path: string) =>
    (await (await fetch(`${site}/api/newsroom/${path}`, { headers: { cookie } })).json()) as Answer;
  const library = await read<MediaPage>('media');
  const { id } = await send<{ id: number }>('articles', {
    locale: 'hy',
    category: 'society',
    headline: 'Երկար նյութ',
  });
  const draft = longDraft(library.pictures.map(({ imageId }) => imageId));
  await send(`articles/${id}/save`, { version: 1, draft });

  const browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: site }]);
    const page = await context.newPage();
    let saves = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/autosave')) saves++;
    });
    await page.goto(`${site}/en/newsroom/article/${id}`);
    const body = page.locator('.ProseMirror[contenteditable="true"]');
    await body.waitFor();
    const middle = body.locator('> p').nth(WORDS / WORDS_OF_PARAGRAPH / 2);
    await middle.click();
    const times = await typeAndTime(page);
    await page.keyboard.press('Control+s');
    await page.getByText(/Saved as revision \d/).waitFor();
    const kept = plainText((await read<{ draft: Draft }>(`articles/${id}`)).draft.body);
    const letters = kept.split(MARK).length - 1;
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    console.log(
      `\nAn article of ${WORDS} words and ${PICTURES} pictures, ${times.length} keys in its middle, ${saves} saves meanwhile: ` +
        `from key to paint median ${at(0.5)} ms, p95 ${at(0.95)} ms (asked for: < 50), slowest ${at(1)} ms ` +
        `(${REPORTED_FROM} stands for all that were faster); ${letters} of ${KEYS / MARK.length} marks kept`,
    );
  } finally {
    await browser.close();
  }
};

/** Types, and answers how many milliseconds each key took until what it did was painted; ascending. */
async function typeAndTime(page: Page): Promise<number[]> {
  await page.evaluate((threshold) => {
    const slow: number[] = [];
    Object.assign(window, { slow });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name === 'keydown') slow.push(duration);
    }).observe({ type: 'event', durationThreshold: threshold, buffered: false } as never);
  }, REPORTED_FROM);
  await page.keyboard.type(MARK.repeat(KEYS / MARK.length), { delay: PAUSE });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 500))),
  );
  const slow = await page.evaluate(() => (window as unknown as { slow: number[] }).slow);
  const fast = Array.from({ length: Math.max(0, KEYS - slow.length) }, () => REPORTED_FROM);
  return [...fast, ...slow].sort((one, other) => one - other);
}
