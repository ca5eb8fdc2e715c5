/** The places at the top of a front page while they are being arranged. */
import { FRONT_POSITIONS, type FrontState } from '@/lib/content/desk/front';

export interface Placed {
  articleId: number;
  headline: string;
}
/** By place; null is automatic. */
export type Places = readonly (Placed | null)[];

/** The places of a front with the articles that are pinned to them. */
export const placesOf = ({ pins }: Pick<FrontState, 'pins'>): Places =>
  Array.from(
    { length: FRONT_POSITIONS },
    (_, position) => pins.find((pin) => pin.position === position) ?? null,
  );

/** Swaps the contents of two places. */
export function swap(places: Places, one: number, other: number): Places {
  const swapped = [...places];
  [swapped[one], swapped[other]] = [places[other] ?? null, places[one] ?? null];
  return swapped;
}

/** Assigns a place to an article, and clears any other place it had. */
export const put = (places: Places, position: number, placed: Placed): Places =>
  places.map((held, index) => {
    if (index === position) return placed;
    return held?.articleId === placed.articleId ? null : held;
  });

/** Clears a place to automatic. */
export const clear = (places: Places, position: number): Places =>
  places.map((held, index) => (index === position ? null : held));
