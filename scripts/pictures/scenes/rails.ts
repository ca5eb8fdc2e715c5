import { line, rect, ridge, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** A train that comes along the rails. */
export const rails: Scene = (drawing, sun) => {
  const { palette, random } = drawing;
  const [, , near, front] = palette.layers;
  const sleepers = Array.from({ length: 22 }, (_, index) => {
    const depth = ((index + 1) / 22) ** 2;
    const half = 30 + 560 * depth;
    return rect(sun.x - half, 620 + 447 * depth, half * 2, 4 + 16 * depth, front, 'opacity="0.75"');
  }).join('');
  const rail = (side: number) =>
    `<path d="M${sun.x + side * 8} 612L${sun.x + side * 470} 1067H${sun.x + side * 420}L${sun.x + side * 5} 612Z" fill="${palette.light}" opacity="0.9"/>`;
  const masts = Array.from({ length: 6 }, (_, index) => {
    const depth = ((index + 2) / 7) ** 2.2;
    const x = sun.x + 60 + 720 * depth;
    const y = 620 + 440 * depth;
    const height = 60 + 700 * depth;
    return line(
      [
        [x, y],
        [x, y - height],
        [x - height * 0.42, y - height * 0.94],
      ],
      front,
      3 + 10 * depth,
    );
  }).join('');
  const train =
    rect(sun.x - 46, 540, 92, 86, near, 'rx="14"') +
    rect(sun.x - 34, 554, 68, 30, palette.light, 'rx="6"') +
    rect(sun.x - 46, 600, 92, 8, palette.accent);
  return (
    ridge(random, 610, 230, palette.layers[0], 6) +
    rect(0, 605, WIDTH, 462, palette.layers[1]) +
    ridge(random, 660, 60, palette.layers[1]) +
    sleepers +
    rail(-1) +
    rail(1) +
    train +
    masts +
    rect(0, 1040, WIDTH, 27, front, 'opacity="0.3"')
  );
};
