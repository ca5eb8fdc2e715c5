/** Publishes many times and measures, by every page that shows it, when readers see it. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface PublishingTrial {
  /** Sends a command of the newsroom as its own page would; answers what it answered. */
  send: <Answer>(path: string, input: unknown) => Promise<Answer>;
  /** Reads a page as a reader. */
  read: (path: string) => Promise<string>;
  /** Counts a view of an article by the reader of this number. */
  view: (articleId: number, reader: number) => Promise<unknown>;
  count: number;
}
export interface PublishingFindings {
  /** Milliseconds from the command's answer to the first request that showed it, ascending, by page. */
  seen: Record<string, number[]>;
  /** Pages that did not show it within `FOLLOWED_WITHIN` after the first list did. */
  missed: string[];
}

/** So many that they fall into most places of one address (`lib/views/reader-key.ts`). */
const READERS = 60;
const LOOK_EVERY = 20;
const PATIENCE = 60_000;
/**
 * Milliseconds in which the outbox is followed. The front may show a story earlier than that, when
 * somebody else's publication has it rendered between the commit and the follower's next look.
 */
const FOLLOWED_WITHIN = 500;
const MOST_READ = /<ol data-most-read="day">[\s\S]*?<\/ol>/;

/**
 * Each round publishes a story and changes a headline that is among the most read. The front is asked until
 * it shows them; each other page has to show them then, or as soon as the row of the outbox was followed.
 */
export async function tryPublishing(trial: PublishingTrial): Promise<PublishingFindings> {
  const { send } = trial;
  const run = Date.now().toString(36);
  const findings: PublishingFindings = { seen: {}, missed: [] };
  const ranked = await makeMostRead(trial, run);
  for (let round = 0; round < trial.count; round++)
    await tryOnce(trial, { run, round, ranked }, findings);
  await send(`articles/${ranked.id}/withdraw`, { reason: 'End of the trial' });
  for (const times of Object.values(findings.seen)) times.sort((one, other) => one - other);
  return findings;
}

/** A story among the most read, and the version that its next command acts on. */
interface Ranked {
  id: number;
  version: number;
}

/** Publishes a story, and has it read until it is among the most read. */
async function makeMostRead(trial: PublishingTrial, run: string): Promise<Ranked> {
  const { send, read, view } = trial;
  const headline = `Much read ${run}`;
  const id = await begin(trial, headline);
  await send(`articles/${id}/publish`, { version: 2 });
  await until(async () => (await read('/en')).includes(headline));
  for (let reader = 0; reader < READERS; reader++) await view(id, reader);
  // Views are written after some seconds; the next publication computes the ranking again.
  await until(async () => {
    await sleep(500);
    await send(`articles/${id}/update`, { version: 2, isMarkedUpdated: false });
    await sleep(500);
    return isListed(trial, headline);
  });
  return { id, version: 2 };
}

async function tryOnce(
  trial: PublishingTrial,
  { run, round, ranked }: { run: string; round: number; ranked: Ranked },
  { seen, missed }: PublishingFindings,
): Promise<void> {
  const { send, read } = trial;
  const word = `zephyr${run}${round}`;
  const headline = `Seen ${word}`;
  const id = await begin(trial, headline);
  const rankedHeadline = `Much read ${run} ${round}`;
  await saveAs(trial, ranked.id, ranked.version++, rankedHeadline);
  // All pages are cached first, so that a page that shows the story was rendered again.
  for (const [path] of pagesOf(word)) await read(path);
  // The words of a headline are marked in what a search finds: its address is not.
  const shows = async (path: string) => {
    const text = await read(path);
    return text.includes(headline) || text.includes(`/en/post/seen-${word}"`);
  };
  const note = (name: string, since: number) =>
    (seen[name] ??= []).push(Math.round(performance.now() - since));
  await send(`articles/${id}/publish`, { version: 2 });
  const published = performance.now();
  await until(() => shows('/en'));
  await Promise.all(
    pagesOf(word).map(async ([path, name]) => {
      if (!(await becomesSo(() => shows(path), FOLLOWED_WITHIN)))
        missed.push(`${name} of round ${round}`);
      note(name, published);
    }),
  );
  await send(`articles/${ranked.id}/update`, { version: ranked.version, isMarkedUpdated: false });
  const updated = performance.now();
  await until(() => isListed(trial, rankedHeadline));
  note('most read', updated);
  const isUpdated = async () => (await read(`/en/post/much-read-${run}`)).includes(rankedHeadline);
  if (!(await becomesSo(isUpdated, FOLLOWED_WITHIN)))
    missed.push(`updated article of round ${round}`);
  await send(`articles/${id}/withdraw`, { reason: 'End of the round' });
  // The category was cached with the story: without it, every row until now was followed.
  await until(async () => !(await read('/en/category/sport')).includes(headline));
}

/** Every page that shows a story with this word in its headline, with its name in the findings. */
const pagesOf = (word: string): [path: string, name: string][] => [
  ['/en', 'front'],
  [`/en/post/seen-${word}`, 'article'],
  ['/en/category/sport', 'category'],
  ['/en/topic/coast', 'topic'],
  ['/en/author/mila-arden', 'author'],
  [`/en/search?q=${word}`, 'search'],
  [`/api/suggestions/en?q=${word}`, 'suggestions'],
  ['/en/feed.xml', 'feed'],
  ['/en/sitemap-news.xml', 'news sitemap'],
];

/** @returns the id of a new draft; its next command acts on version 2 */
async function begin(trial: PublishingTrial, headline: string): Promise<number> {
  const made = await trial.send<{ id: number }>('articles', {
    locale: 'en',
    category: 'sport',
    headline,
  });
  await saveAs(trial, made.id, 1, headline);
  return made.id;
}

const saveAs = ({ send }: PublishingTrial, id: number, version: number, headline: string) =>
  send(`articles/${id}/save`, {
    version,
    draft: {
      headline,
      standfirst: null,
      kicker: null,
      body: { type: 'doc', content: [] },
      authors: ['mila-arden'],
      topics: ['coast'],
      image: null,
      seoTitle: null,
      seoDescription: null,
      embargoUntil: null,
    },
  });

const isListed = async ({ read }: PublishingTrial, headline: string) =>
  (MOST_READ.exec(await read('/en'))?.[0] ?? '').includes(headline);

async function becomesSo(isSo: () => Promise<boolean>, within: number): Promise<boolean> {
  for (const end = performance.now() + within; performance.now() < end;) {
    if (await isSo()) return true;
    await sleep(LOOK_EVERY);
  }
  return isSo();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  if (!(await becomesSo(isSo, PATIENCE))) throw new Error('It was not seen within a minute.');
}
