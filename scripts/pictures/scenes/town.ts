import { ridge } from '../drawing.ts';
import { houses } from './houses.ts';
import type { Scene } from './scene.ts';

/** Houses on a hill. */
export const town: Scene = (drawing) => {
  const { palette, random } = drawing;
  return (
    ridge(random, 640, 330, palette.layers[0], 5) +
    ridge(random, 740, 240, palette.layers[1], 6) +
    houses(drawing, 860, palette.layers[1], 92, 15) +
    houses(drawing, 1000, palette.layers[2], 130, 11) +
    ridge(random, 1120, 120, palette.layers[3])
  );
};
