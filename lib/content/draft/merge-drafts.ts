/** Three-way merge of two texts with a common base, block by block and field by field. */
import { diff3MergeRegions } from 'node-diff3';
import type { Block } from '../body/body.ts';
import type { Draft } from './draft.ts';

/** The origin of a part of the merged text. */
type Origin = 'same' | 'mine' | 'theirs';

/** A run of blocks of the merged body. */
export type BodyPiece =
  | { kind: Origin; blocks: Block[] }
  | { kind: 'conflict'; base: Block[]; mine: Block[]; theirs: Block[] };

export type FieldName = Exclude<keyof Draft, 'body'>;
/** One field of the merged text; a field that is equal in all three texts is in no list. */
interface FieldPiece {
  name: FieldName;
  kind: 'mine' | 'theirs' | 'conflict';
  base: Draft[FieldName];
  mine: Draft[FieldName];
  theirs: Draft[FieldName];
}

export interface Merge {
  base: Draft;
  mine: Draft;
  theirs: Draft;
  fields: FieldPiece[];
  body: BodyPiece[];
}
/** The resolution of a conflict; for blocks both can be kept, mine after theirs. */
export type Choice = 'mine' | 'theirs' | 'both';
/** By a field's name, or the index of a piece of the body. */
export type Choices = ReadonlyMap<FieldName | number, Choice>;

/**
 * A value as a string that is equal for equal content: independent of the order of keys and marks, and of
 * whether an empty value is written or left out. The editor's drafts and imported ones differ in these.
 */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (part === null || typeof part !== 'object') return part;
    if (key === 'marks') return (part as unknown[]).map(keyOf).sort();
    if (Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, each]) => !isNothing(each))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Whether two texts have the same content. */
export const isSameDraft = (one: Draft, other: Draft): boolean => keyOf(one) === keyOf(other);

/**
 * Merges two texts.
 * @param base - the common base of both
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merge {
  const names = (Object.keys(mine) as (keyof Draft)[]).filter((name) => name !== 'body');
  const fields = names.flatMap((name): FieldPiece[] => {
    const [was, my, their] = [base[name], mine[name], theirs[name]].map(keyOf);
    const texts = { name, base: base[name], mine: mine[name], theirs: theirs[name] };
    if (my === their) return my === was ? [] : [{ ...texts, kind: 'mine' }];
    if (their === was) return [{ ...texts, kind: 'mine' }];
    return [{ ...texts, kind: my === was ? 'theirs' : 'conflict' }];
  });
  return { base, mine, theirs, fields, body: mergeBlocks(base, mine, theirs) };
}

/** Whether no conflict is left to resolve. */
export const isClean = ({ fields, body }: Merge): boolean =>
  [...fields, ...body].every(({ kind }) => kind !== 'conflict');

/** The merged text; for a conflict without a choice, mine is used. */
export function resolveMerge({ mine, fields, body }: Merge, choices: Choices = new Map()): Draft {
  const chosen = Object.fromEntries(
    fields.map(({ name, kind, mine: my, theirs }) => {
      const side = kind === 'conflict' ? choices.get(name) : kind;
      return [name, side === 'theirs' ? theirs : my];
    }),
  );
  const content = body.flatMap((piece, place) => {
    if (piece.kind !== 'conflict') return piece.blocks;
    const choice = choices.get(place) ?? 'mine';
    if (choice === 'both') return [...piece.theirs, ...piece.mine];
    return piece[choice];
  });
  return { ...mine, ...chosen, body: { type: 'doc', content } };
}

function mergeBlocks(base: Draft, mine: Draft, theirs: Draft): BodyPiece[] {
  const [o, a, b] = [base, mine, theirs].map(({ body }) => body.content);
  if (!o || !a || !b) return [];
  const [oKeys, aKeys, bKeys] = [o, a, b].map((blocks) => blocks.map(keyOf));
  if (!oKeys || !aKeys || !bKeys) return [];
  const pieces: BodyPiece[] = [];
  for (const region of diff3MergeRegions(aKeys, oKeys, bKeys)) {
    if (region.stable) {
      // Both sides agree, or only one of them changed it.
      const side = region.buffer === 'a' ? a : region.buffer === 'b' ? b : o;
      const blocks = side.slice(region.bufferStart, region.bufferStart + region.bufferLength);
      const kind = region.buffer === 'o' ? 'same' : region.buffer === 'a' ? 'mine' : 'theirs';
      pieces.push({ kind, blocks });
    } else {
      const span = (blocks: Block[], start: number, length: number) =>
        blocks.slice(start, start + length);
      pieces.push(
        ...splitRegion({
          base: span(o, region.oStart, region.oLength),
          mine: span(a, region.aStart, region.aLength),
          theirs: span(b, region.bStart, region.bLength),
        }),
      );
    }
  }
  return joined(pieces);
}

interface Region {
  base: Block[];
  mine: Block[];
  theirs: Block[];
}

/** The result for one block where at most one side changed it; null for a conflict. */
function settled(base: Block, mine: Block, theirs: Block): BodyPiece | null {
  const [was, my, their] = [keyOf(base), keyOf(mine), keyOf(theirs)];
  if (my === was && their === was) return { kind: 'same', blocks: [base] };
  if (their === was || my === their) return { kind: 'mine', blocks: [mine] };
  return my === was ? { kind: 'theirs', blocks: [theirs] } : null;
}

/**
 * Removes from both ends of a region what only one side changed: when two users edit neighbouring paragraphs,
 * which diff3 treats as one region, there is no conflict.
 */
function splitRegion({ base, mine, theirs }: Region): BodyPiece[] {
  const [o, a, b] = [[...base], [...mine], [...theirs]];
  const head: BodyPiece[] = [];
  const tail: BodyPiece[] = [];
  for (;;) {
    const [was, my, their] = [o[0], a[0], b[0]];
    const piece = was && my && their ? settled(was, my, their) : null;
    if (!piece) break;
    head.push(piece);
    for (const side of [o, a, b]) side.shift();
  }
  for (;;) {
    const [was, my, their] = [o.at(-1), a.at(-1), b.at(-1)];
    const piece = was && my && their ? settled(was, my, their) : null;
    if (!piece) break;
    tail.unshift(piece);
    for (const side of [o, a, b]) side.pop();
  }
  return [...head, ...middleOf({ base: o, mine: a, theirs: b }), ...tail];
}

function middleOf({ base, mine, theirs }: Region): BodyPiece[] {
  const [was, my, their] = [base, mine, theirs].map(keyOf);
  if (my === their) return mine.length + base.length > 0 ? [{ kind: 'mine', blocks: mine }] : [];
  if (their === was) return [{ kind: 'mine', blocks: mine }];
  if (my === was) return [{ kind: 'theirs', blocks: theirs }];
  const isParallel =
    base.length > 1 && base.length === mine.length && base.length === theirs.length;
  if (!isParallel) return [{ kind: 'conflict', base, mine, theirs }];
  // Block by block, so that one conflict does not include its neighbours.
  return base.map((block, place) => {
    const [one, other] = [mine[place] ?? block, theirs[place] ?? block];
    return (
      settled(block, one, other) ?? {
        kind: 'conflict' as const,
        base: [block],
        mine: [one],
        theirs: [other],
      }
    );
  });
}

/** Merges neighbouring pieces of one origin. */
function joined(pieces: BodyPiece[]): BodyPiece[] {
  const list: BodyPiece[] = [];
  for (const piece of pieces) {
    const last = list.at(-1);
    if (last?.kind !== 'same' || piece.kind !== 'same') list.push(piece);
    else last.blocks.push(...piece.blocks);
  }
  return list;
}
