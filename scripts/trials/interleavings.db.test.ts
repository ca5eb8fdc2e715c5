/**
 * Two editors, one article: the pages' own code (`DraftKeeper`) against the newsroom's commands, over a line
 * that loses requests and answers. `npm run trials -- interleavings` runs 1,000 of them.
 */
import { expect, test } from 'vitest';
import { DraftKeeper } from '../../components/newsroom/draft/draft-keeper.ts';
import type { CopyStore } from '../../components/newsroom/draft/local-copies.ts';
import type { NewsroomLine, Taken } from '../../components/newsroom/draft/newsroom-line.ts';
import { SendError } from '../../components/newsroom/send.ts';
import { somebody } from '../../lib/accounts/testing.ts';
import type { User } from '../../lib/accounts/user.ts';
import { fixedClock } from '../../lib/clock.ts';
import { emptyDraft, type Draft } from '../../lib/content/draft/draft.ts';
import { mergeDrafts, resolveMerge, type Choice } from '../../lib/content/draft/merge-drafts.ts';
import { wordsOf } from '../../lib/content/draft/words-of-draft.ts';
import { testDatabase } from '../../lib/db/testing.ts';
import { listRevisions, readRevisionFor, readWorkingArticle } from '../../lib/desk/read-article.ts';
import { ARTICLE_COMMANDS } from '../../lib/newsroom/commands/article.generated.ts';
import { command as newArticle } from '../../lib/newsroom/commands/new/articles.ts';

const COUNT = Number(process.env.INTERLEAVINGS ?? 12);
const STEPS = 24;

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

/** A generator of numbers from 0 to 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const nowhere: CopyStore = {
  put: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  list: () => Promise.resolve([]),
};

/** The line between a page and the newsroom; loses some requests, and some answers to what was done. */
function lossyLine(user: User, id: number, random: () => number): NewsroomLine {
  const ask = async (name: 'autosave' | 'save', input: unknown): Promise<Taken> => {
    if (random() < 0.1) throw new SendError('offline', 'The request was lost.');
    const answer = await ARTICLE_COMMANDS[name].receive(user, id, input, from);
    if (random() < 0.1) throw new SendError('offline', 'The answer was lost.');
    if (answer.ok) return answer.value as Taken;
    const { code, message, version, newest } = answer.refusal;
    throw new SendError(code, message, { version, newest });
  };
  return {
    autosave: (turn, draft) => ask('autosave', { ...turn, draft }),
    save: ({ version, ...turn }, draft, reason) => ask('save', { version, turn, draft, reason }),
    read: async () => {
      const article = await readWorkingArticle(user, id, from);
      if (!article) throw new Error('The article is gone.');
      const { sequence, version, draft, writer } = article;
      return { sequence, version, draft, writer, savedBy: '', savedAt: '' };
    },
  };
}

let word = 0;
/** Writes one new word somewhere: into a paragraph, as a new one, or into the standfirst. */
function write(draft: Draft, random: () => number): Draft {
  const text = `w${++word}`;
  const content = [...draft.body.content];
  const place = Math.floor(random() * (content.length + 1));
  const block = content[place];
  if (random() < 0.1) return { ...draft, standfirst: `${draft.standfirst ?? ''} ${text}`.trim() };
  if (random() < 0.4 || block?.type !== 'paragraph')
    content.splice(place, 0, { type: 'paragraph', content: [{ type: 'text', text }] });
  else content[place] = { ...block, content: [...(block.content ?? []), { type: 'text', text }] };
  return { ...draft, body: { type: 'doc', content } };
}

async function interleave(seed: number): Promise<{ acknowledged: number; conflicts: number }> {
  const random = randomFrom(seed);
  const users = [await somebody(from), await somebody(from)] as const;
  const input = { locale: 'en', category: 'sport', headline: 'A ferry' } as const;
  const made = await newArticle.run(users[0], null, input, from);
  if (!made.ok) throw new Error(made.refusal.message);
  const { id } = made.value;
  const start = emptyDraft('A ferry');
  start.body.content = ['a', 'b', 'c', 'd'].map((text) => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  }));
  await ARTICLE_COMMANDS.save.receive(users[0], id, { version: 1, draft: start }, from);
  const acknowledged = new Set<string>();
  const keepers: DraftKeeper[] = [];
  for (const [place, user] of users.entries()) {
    const article = await readWorkingArticle(user, id, from);
    if (!article) throw new Error('The article is gone.');
    const line = lossyLine(user, id, random);
    const writer = `page-${seed}-${place}`;
    const keeper = new DraftKeeper(article, { writer, line, copies: nowhere });
    keeper.onTaken(({ draft }) => wordsOf(draft).forEach((each) => acknowledged.add(each)));
    keepers.push(keeper);
  }
  let conflicts = 0;
  const act = async (keeper: DraftKeeper) => {
    const { state } = keeper.standing.get();
    const chance = random();
    if (state.kind === 'conflict' && chance < 0.5) {
      conflicts++;
      const merge = mergeDrafts(keeper.base, keeper.draft.get(), state.theirs.draft);
      const choice = (['mine', 'theirs', 'both'] as const)[Math.floor(random() * 3)] as Choice;
      const choices = new Map(
        [...merge.fields.map(({ name }) => name), ...merge.body.keys()].map(
          (each) => [each, choice] as const,
        ),
      );
      await keeper.resolve(resolveMerge(merge, choices)).catch(() => {});
    } else if (chance < 0.55) keeper.change(write(keeper.draft.get(), random));
    else if (chance < 0.85) keeper.hurry();
    else if (chance < 0.95) await keeper.settle().catch(() => {});
    else await keeper.catchUp();
    // Sent when this trial says so, not by the clock.
    keeper.stop();
  };
  for (let step = 0; step < STEPS; step++) {
    clock.advance(Math.floor(random() * 20_000));
    const [one, other] = keepers as [DraftKeeper, DraftKeeper];
    if (random() < 0.3) await Promise.all([act(one), act(other)]);
    else await act(random() < 0.5 ? one : other);
  }
  for (const keeper of keepers) await keeper.settle().catch(() => {});
  for (const keeper of keepers) keeper.stop();

  const reachable = new Set<string>();
  const add = (draft: Draft | null | undefined) =>
    draft && wordsOf(draft).forEach((each) => reachable.add(each));
  add((await readWorkingArticle(users[0], id, from))?.draft);
  for (const { version } of await listRevisions(users[0], id, from))
    add(await readRevisionFor(users[0], id, version, from));
  const lost = [...acknowledged].filter((each) => !reachable.has(each));
  expect({ seed, lost }).toEqual({ seed, lost: [] });
  return { acknowledged: acknowledged.size, conflicts };
}

test(
  `in ${COUNT} interleavings of two editors no acknowledged word is lost`,
  { timeout: COUNT * 10_000 },
  async () => {
    let [words, conflicts] = [0, 0];
    for (let seed = 1; seed <= COUNT; seed++) {
      const outcome = await interleave(seed);
      words += outcome.acknowledged;
      conflicts += outcome.conflicts;
    }
    console.log(
      `${COUNT} interleavings: ${words} words acknowledged, 0 lost, ${conflicts} conflicts chosen`,
    );
    expect(conflicts).toBeGreaterThan(0);
  },
);
