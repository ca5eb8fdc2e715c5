/** What an article still lacks before publication: warnings, which do not block it. */
import { picturesIn } from '../body/pictures-in.ts';
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
  const shown = [...picturesIn(draft.body.content).map(({ attrs }) => attrs), draft.image];
  const missingAlts = shown.filter((image) => image && isBlank(image.alt)).length;
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
