/** Merges two texts into one, with deleted and inserted words marked in place. */
import { diffArrays } from 'diff';
import { linesOf } from '../body/lines.ts';
import type { Line, LineShape, Run } from '../body/runs.ts';
import type { Draft } from './draft.ts';

type Change = 'same' | 'added' | 'removed';
export interface MarkedRun extends Run {
  change: Change;
}
export interface MarkedLine extends LineShape {
  /** How the line changed; `same` if at most some words of it changed. */
  change: Change;
  runs: MarkedRun[];
}
export interface ComparedDrafts {
  /** The fields with a word-by-word comparison, each complete. */
  fields: { name: 'kicker' | 'headline' | 'standfirst'; runs: MarkedRun[]; isChanged: boolean }[];
  body: MarkedLine[];
  /** The other fields that differ. */
  details: { name: DetailName; runs: MarkedRun[] }[];
}
const DETAIL_NAMES = [
  'authors',
  'topics',
  'image',
  'seoTitle',
  'seoDescription',
  'embargoUntil',
] as const satisfies readonly (keyof Draft)[];
type DetailName = (typeof DETAIL_NAMES)[number];

/** The share of words that two lines must have in common to count as one changed line. */
const LIKENESS = 0.3;

/** A text split into words, spaces and punctuation: the tokens of the diff. */
const tokensOf = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run) =>
    (run.text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []).map((text) => ({
      ...run,
      text,
    })),
  );
const styleOf = ({ marks, href }: Run) => `${marks.join(' ')} ${href ?? ''}`;
const isAlike = (one: Run, other: Run) =>
  one.text === other.text && styleOf(one) === styleOf(other);

/** Merges two runs of text, with the changed words marked. */
export function compareRuns(before: readonly Run[], after: readonly Run[]): MarkedRun[] {
  const marked: MarkedRun[] = [];
  const parts = diffArrays(tokensOf(before), tokensOf(after), { comparator: isAlike });
  for (const { value, added, removed } of parts) {
    const change = added ? 'added' : removed ? 'removed' : 'same';
    for (const token of value) {
      const last = marked.at(-1);
      if (last?.change === change && styleOf(last) === styleOf(token)) last.text += token.text;
      else marked.push({ ...token, change });
    }
  }
  return marked;
}

/** Merges two bodies, with the changes marked. */
export function compareLines(before: readonly Line[], after: readonly Line[]): MarkedLine[] {
  const keyOf = (line: Line) => JSON.stringify(line);
  const parts = diffArrays(before.map(keyOf), after.map(keyOf));
  const marked: MarkedLine[] = [];
  let [old, now] = [0, 0];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) continue;
    const count = part.value.length;
    const next = parts[at + 1];
    if (part.removed && next?.added) {
      marked.push(
        ...pairLines(before.slice(old, old + count), after.slice(now, now + next.value.length)),
      );
      old += count;
      now += next.value.length;
      at++;
    } else if (part.removed) {
      marked.push(...before.slice(old, old + count).map((line) => whole(line, 'removed')));
      old += count;
    } else if (part.added) {
      marked.push(...after.slice(now, now + count).map((line) => whole(line, 'added')));
      now += count;
    } else {
      marked.push(...after.slice(now, now + count).map((line) => whole(line, 'same')));
      old += count;
      now += count;
    }
  }
  return marked;
}

const whole = (line: Line, change: Change): MarkedLine => ({
  ...line,
  change,
  runs: line.runs.map((run) => ({ ...run, change })),
});

/** Lines that replaced others: similar lines are one changed line, the rest are deleted or inserted. */
function pairLines(before: readonly Line[], after: readonly Line[]): MarkedLine[] {
  const marked: MarkedLine[] = [];
  let next = 0;
  for (const line of before) {
    const found = after.findIndex((other, place) => place >= next && isChanged(line, other));
    const other = after[found];
    if (!other) {
      marked.push(whole(line, 'removed'));
      continue;
    }
    marked.push(...after.slice(next, found).map((each) => whole(each, 'added')));
    marked.push({ ...other, change: 'same', runs: compareRuns(line.runs, other.runs) });
    next = found + 1;
  }
  return [...marked, ...after.slice(next).map((line) => whole(line, 'added'))];
}

function isChanged(one: Line, other: Line): boolean {
  if (one.kind !== other.kind || one.depth !== other.depth) return false;
  const wordsIn = ({ runs }: Line) =>
    new Set(
      runs
        .map(({ text }) => text)
        .join('')
        .match(/[\p{L}\p{N}]+/gu),
    );
  const [mine, theirs] = [wordsIn(one), wordsIn(other)];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return shared >= Math.max(mine.size, theirs.size) * LIKENESS;
}

const plain = (text: string | null): Run[] => (text ? [{ text, marks: [] }] : []);

/** Merges two drafts, with the changes marked. */
export function compareDrafts(before: Draft, after: Draft): ComparedDrafts {
  const fields = (['kicker', 'headline', 'standfirst'] as const).map((name) => ({
    name,
    runs: compareRuns(plain(before[name]), plain(after[name])),
    isChanged: before[name] !== after[name],
  }));
  const details = DETAIL_NAMES.flatMap((name) => {
    const [old, now] = [wordsOfDetail(before, name), wordsOfDetail(after, name)];
    return old === now ? [] : [{ name, runs: compareRuns(plain(old), plain(now)) }];
  });
  return { fields, body: compareLines(linesOf(before.body), linesOf(after.body)), details };
}

function wordsOfDetail(draft: Draft, name: DetailName): string {
  switch (name) {
    case 'authors':
    case 'topics':
      return draft[name].join(', ');
    case 'image':
      return Object.values(draft.image ?? {})
        .filter((value) => typeof value === 'string' && value !== '')
        .join(' · ');
    default:
      return draft[name] ?? '';
  }
}
