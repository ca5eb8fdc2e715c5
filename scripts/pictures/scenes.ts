/** The scenes by name. */
import { columns } from './scenes/columns.ts';
import { hall } from './scenes/hall.ts';
import { harbour } from './scenes/harbour.ts';
import { laboratory } from './scenes/laboratory.ts';
import { lines } from './scenes/lines.ts';
import { market } from './scenes/market.ts';
import { rails } from './scenes/rails.ts';
import { shelves } from './scenes/shelves.ts';
import { stadium } from './scenes/stadium.ts';
import { town } from './scenes/town.ts';
import { valley } from './scenes/valley.ts';
import { wind } from './scenes/wind.ts';

export const SCENES = {
  harbour,
  town,
  valley,
  rails,
  columns,
  wind,
  hall,
  stadium,
  shelves,
  market,
  laboratory,
  lines,
} as const;
export type SceneName = keyof typeof SCENES;
