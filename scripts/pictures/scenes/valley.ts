import { between, rect, ridge, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** A river through a valley. */
export const valley: Scene = (drawing, sun) => {
  const { palette, random } = drawing;
  const river = `<path d="M${sun.x} 640C${sun.x + 60} 720 ${sun.x - 320} 760 ${sun.x - 120} 860S${sun.x + 180} 980 ${sun.x - 160} 1067H${sun.x + 380}C${sun.x + 420} 960 ${sun.x + 90} 900 ${sun.x + 60} 830S${sun.x + 160} 700 ${sun.x + 30} 640Z" fill="${palette.light}" opacity="0.8"/>`;
  const trees = Array.from({ length: 26 }, () => {
    const x = between(random, 0, WIDTH);
    const y = between(random, 930, 1050);
    const size = between(random, 40, 110);
    return Math.abs(x - sun.x) < 260
      ? ''
      : `<path d="M${x} ${y - size * 1.9}L${x + size * 0.34} ${y}H${x - size * 0.34}Z" fill="${palette.layers[3]}"/>`;
  }).join('');
  return (
    ridge(random, 600, 380, palette.layers[0], 5) +
    ridge(random, 690, 240, palette.layers[1], 6) +
    rect(0, 660, WIDTH, 407, palette.layers[2]) +
    river +
    ridge(random, 900, 90, palette.layers[2]) +
    river +
    trees
  );
};
