import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from '@/lib/content/draft/draft';
import { SendError } from '../send';
import { DraftKeeper } from './draft-keeper';
import { browserCopies, type CopyStore } from './local-copies';
import { Line, textOf } from './testing/line';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

let number = 0;
function begin(copies: CopyStore = browserCopies()) {
  const line = new Line();
  const article = {
    id: ++number,
    draft: textOf('Base'),
    sequence: 0,
    version: 1,
    unkept: null,
    verbs: ['save' as const],
    self: { id: 7, name: 'Me', email: 'me@caliber.example' },
  };
  const keeper = new DraftKeeper(article, { writer: 'a-page-of-mine', line, copies });
  const kind = () => keeper.standing.get().state.kind;
  return { line, keeper, kind, copies, id: article.id };
}
const turns = () => vi.advanceTimersByTimeAsync(0);

test('a change is sent soon after the last key, and within two seconds while keys go on', async () => {
  const { line, keeper, kind } = begin();
  expect(kind()).toBe('kept');
  keeper.change(textOf('B'));
  expect(kind()).toBe('local');
  await vi.advanceTimersByTimeAsync(799);
  expect(line.sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(line.sent).toHaveLength(1);
  expect(kind()).toBe('saved');
  for (let time = 0; time < 40; time++) {
    keeper.change(textOf(`B${time}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(line.sent.length).toBe(3);
});

test('one request is on its way at a time, and typing goes on meanwhile', async () => {
  const { line, keeper, kind } = begin();
  line.always = null;
  keeper.change(textOf('One'));
  await vi.advanceTimersByTimeAsync(1000);
  for (const text of ['One t', 'One tw', 'One two']) keeper.change(textOf(text));
  await vi.advanceTimersByTimeAsync(5000);
  expect(line.sent).toHaveLength(1);
  line.answers[0]?.({ sequence: 1, version: 1 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(line.sent.map(({ turn, draft }) => [turn.sequence, turn.edit, draft.body])).toEqual([
    [0, 1, textOf('One').body],
    [1, 2, textOf('One two').body],
  ]);
  line.answers[1]?.({ sequence: 2, version: 1 });
  await turns();
  expect(kind()).toBe('saved');
});

test('without the newsroom it is kept in the browser and tried again, later each time, with the newest text', async () => {
  const { line, keeper, kind, copies, id } = begin();
  line.always = () => new SendError('offline', 'No answer.');
  keeper.change(textOf('One'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kind()).toBe('offline');
  const tries = line.sent.length;
  expect(tries).toBeGreaterThan(5);
  expect(tries).toBeLessThan(10);
  keeper.change(textOf('One two'));
  await keeper.keptLocally();
  expect(await copies.list(id)).toMatchObject([
    { writer: 'a-page-of-mine', userId: 7, sequence: 0, draft: textOf('One two') },
  ]);
  expect(keeper.isAtRisk()).toBe(false);
  line.always = () => ({ sequence: 1, version: 1 });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(kind()).toBe('saved');
  expect(line.sent.at(-1)?.draft).toEqual(textOf('One two'));
  await keeper.keptLocally();
  expect(await copies.list(id)).toEqual([]);
});

test('signed out, typing goes on and nothing is sent until somebody signs in', async () => {
  const { line, keeper, kind } = begin();
  line.always = () => new SendError('signed_out', 'Sign in first.');
  keeper.change(textOf('One'));
  await vi.advanceTimersByTimeAsync(60_000);
  keeper.change(textOf('One two'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([kind(), line.sent.length]).toEqual(['signed_out', 1]);
  line.always = () => ({ sequence: 1, version: 1 });
  keeper.hurry();
  await turns();
  expect([kind(), line.sent.at(-1)?.draft]).toEqual(['saved', textOf('One two')]);
});

test('a page that writes nothing says that nobody is signed in any more, until somebody is', async () => {
  const { line, keeper, kind } = begin();
  keeper.heard(new SendError('offline', 'No answer.'));
  expect(kind()).toBe('kept');
  keeper.heard(new SendError('signed_out', 'Sign in first.'));
  expect(kind()).toBe('signed_out');
  line.newest.writer = keeper.writer;
  keeper.hurry();
  await turns();
  expect([kind(), line.sent.length]).toEqual(['kept', 0]);
});

test('text that waits for a signing in is not sent because another question was answered', async () => {
  const { line, keeper, kind } = begin();
  line.always = () => new SendError('signed_out', 'Sign in first.');
  keeper.change(textOf('One'));
  await vi.advanceTimersByTimeAsync(60_000);
  keeper.heard(null);
  expect([kind(), line.sent.length]).toEqual(['signed_out', 1]);
});

test('a browser that keeps nothing says so, and only then is leaving a risk', async () => {
  const copies: CopyStore = {
    put: () => Promise.reject(new DOMException('The disk is full', 'QuotaExceededError')),
    remove: () => Promise.resolve(),
    list: () => Promise.resolve([]),
  };
  const { keeper, line } = begin(copies);
  line.always = () => new SendError('offline', 'No answer.');
  keeper.change(textOf('One'));
  await turns();
  expect(keeper.standing.get().localFault).toBe('The disk is full');
  expect(keeper.isAtRisk()).toBe(true);
  line.always = () => ({ sequence: 1, version: 1 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(keeper.isAtRisk()).toBe(false);
});

test('a newer text that touches nothing of mine is brought together, shown, and sent as grown from it', async () => {
  const { line, keeper, kind } = begin();
  const shown: Draft[] = [];
  keeper.onReplaced((draft) => shown.push(draft));
  line.newest = { ...line.newest, draft: { ...textOf('Base'), standfirst: 'Theirs' } };
  line.always = () => new SendError('stale', 'Stale.', { version: 4, newest: line.newest });
  keeper.change(textOf('Mine'));
  await vi.advanceTimersByTimeAsync(800);
  expect(kind()).toBe('local');
  expect(shown).toMatchObject([{ ...textOf('Mine'), standfirst: 'Theirs' }]);
  expect(keeper.standing.get().mergedWith).toBe('Aida');
  line.always = () => ({ sequence: 10, version: 4 });
  await vi.advanceTimersByTimeAsync(800);
  expect(line.sent.at(-1)).toMatchObject({
    turn: { sequence: 9, version: 4 },
    draft: { ...textOf('Mine'), standfirst: 'Theirs' },
  });
});

test('a newer text that contradicts mine waits for a choice; typing goes on, and nothing is sent till then', async () => {
  const { line, keeper, kind } = begin();
  line.always = () => new SendError('stale', 'Stale.', { version: 4, newest: line.newest });
  keeper.change(textOf('Mine'));
  await vi.advanceTimersByTimeAsync(800);
  expect(kind()).toBe('conflict');
  keeper.change(textOf('Mine and more'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([kind(), line.sent.length]).toEqual(['conflict', 1]);
  await expect(keeper.settle()).rejects.toThrow(SendError);
  line.always = () => ({ sequence: 10, version: 6 });
  await keeper.resolve(textOf('Both'));
  expect(line.sent.at(-1)).toMatchObject({
    kind: 'merged',
    turn: { sequence: 9, version: 4 },
    draft: textOf('Both'),
  });
  expect([kind(), keeper.standing.get().version]).toEqual(['kept', 6]);
});

test('an idle page takes a newer text over, and its own none', async () => {
  const { line, keeper, kind } = begin();
  line.newest.writer = keeper.writer;
  await keeper.catchUp();
  expect(keeper.draft.get()).toEqual(textOf('Base'));
  line.newest.writer = 'another-page';
  await keeper.catchUp();
  expect([kind(), keeper.draft.get()]).toEqual(['saved', textOf('Theirs')]);
});

test('who acts on the text gets a revision of what is on the screen, and none twice', async () => {
  const { line, keeper, kind } = begin();
  expect(await keeper.settle()).toBe(1);
  const end = keeper.beforeSaving(() => {
    end();
    keeper.change(textOf('Held back'));
  });
  line.always = () => ({ sequence: 1, version: 2 });
  expect(await keeper.settle()).toBe(2);
  expect(line.sent).toMatchObject([{ kind: 'kept', draft: textOf('Held back') }]);
  expect(await keeper.settle()).toBe(2);
  expect([kind(), line.sent.length]).toEqual(['kept', 1]);
});

const copyOf = (draft: Draft, base: Draft, sequence: number) => ({
  articleId: number,
  writer: 'an-earlier-page',
  userId: 7,
  draft,
  base,
  sequence,
  version: 1,
  at: 0,
});

test('the unsent text of a page that died is taken straight where nobody wrote since, and sent', async () => {
  const { line, keeper } = begin();
  await keeper.recover(copyOf(textOf('Base and more'), textOf('Base'), 0), false);
  await vi.advanceTimersByTimeAsync(800);
  expect(line.sent).toMatchObject([{ turn: { sequence: 0 }, draft: textOf('Base and more') }]);
});

test('the unsent text of a page that died meets what was written since: merged, or chosen', async () => {
  const { keeper, kind } = begin();
  const base = textOf('Older');
  await keeper.recover(copyOf({ ...base, standfirst: 'Mine' }, base, 3), false);
  expect([kind(), keeper.draft.get()]).toEqual([
    'local',
    { ...textOf('Base'), standfirst: 'Mine' },
  ]);

  const other = begin();
  await other.keeper.recover(copyOf(textOf('Mine'), base, 3), false);
  expect(other.keeper.standing.get().state).toMatchObject({
    kind: 'conflict',
    theirs: { sequence: 0, draft: textOf('Base') },
  });
  expect(other.keeper.draft.get()).toEqual(textOf('Mine'));
  // The same, but the newsroom’s text is that page’s own of a moment before: nothing to choose.
  const own = begin();
  await own.keeper.recover(copyOf(textOf('Mine'), base, 3), true);
  expect([own.kind(), own.keeper.draft.get()]).toEqual(['local', textOf('Mine')]);
});
