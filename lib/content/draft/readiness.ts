/** What an article still lacks before publication: warnings, which do not block it. */
import type { Block } from '../body/body.ts';
import type { Draft } from './draft.ts';

const WARNINGS = [
  'no_standfirst',
  'no_picture',
  'no_alt',
  'no_body',
  'no_author',
  'embargoed',
] as const;
export interface Warning {
  code: (typeof WARNINGS)[number];
  /** For `no_alt`: the number of pictures without alternative text; else 1. */
  count: number;
}

/**
 * What a draft lacks.
 * @param now - an embargo after this moment gives a warning
 */
export function warningsOf(draft: Draft, now: Date): Warning[] {
  const missingAlts =
    countMissingAlts(draft.body.content) + (draft.image && isBlank(draft.image.alt) ? 1 : 0);
  const counts = {
    no_standfirst: Number(isBlank(draft.standfirst)),
    no_picture: Number(draft.image === null),
    no_alt: missingAlts,
    no_body: Number(draft.body.content.length === 0),
    no_author: Number(draft.authors.length === 0),
    embargoed: Number(draft.embargoUntil !== null && new Date(draft.embargoUntil) > now),
  } satisfies Record<Warning['code'], number>;
  return WARNINGS.flatMap((code) => (counts[code] > 0 ? [{ code, count: counts[code] }] : []));
}

const isBlank = (text: string | null): boolean => !text?.trim();

function countMissingAlts(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'image') return sum + Number(isBlank(block.attrs.alt));
    if (block.type === 'gallery')
      return sum + block.content.filter((image) => isBlank(image.attrs.alt)).length;
    return sum;
  }, 0);
}
