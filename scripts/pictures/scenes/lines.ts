import { between, line, rect, ridge, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** A rising curve in front of towers. */
export const lines: Scene = ({ palette, random }) => {
  const [far, middle, near, front] = palette.layers;
  const bars = Array.from({ length: 13 }, (_, index) => {
    const height = 130 + index * 34 + between(random, -90, 110);
    const x = 90 + index * 110;
    const floors = Array.from({ length: Math.floor(height / 46) }, (_, floor) =>
      rect(
        x + 14,
        932 - floor * 46 - 26,
        58,
        16,
        random() < 0.5 ? palette.light : near,
        'opacity="0.8"',
      ),
    ).join('');
    return rect(x, 950 - height, 86, height, index % 3 === 0 ? middle : near) + floors;
  }).join('');
  const curve = Array.from(
    { length: 9 },
    (_, index) => [60 + index * 190, 700 - index * 52 + between(random, -90, 90)] as const,
  );
  return (
    ridge(random, 800, 240, far, 6) +
    rect(0, 950, WIDTH, 117, front) +
    bars +
    line(curve, palette.accent, 11) +
    curve
      .map(
        ([x, y]) =>
          `<circle cx="${x}" cy="${y}" r="17" fill="${palette.light}" stroke="${palette.accent}" stroke-width="9"/>`,
      )
      .join('')
  );
};
