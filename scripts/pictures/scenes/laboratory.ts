import { between, line, ridge, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** Radio telescopes under stars. */
export const laboratory: Scene = ({ palette, random }, sun) => {
  const [far, middle, near, front] = palette.layers;
  const stars = Array.from(
    { length: 130 },
    () =>
      `<circle cx="${between(random, 0, WIDTH).toFixed(0)}" cy="${between(random, 0, 620).toFixed(0)}" r="${between(random, 1, 3.4).toFixed(1)}" fill="${palette.light}"/>`,
  ).join('');
  const dish = (x: number, base: number, size: number) =>
    `<g transform="translate(${x} ${base - size * 0.66}) rotate(-34)"><path d="M${-size * 0.56} 0A${size * 0.56} ${size * 0.42} 0 0 0 ${size * 0.56} 0Z" fill="${palette.light}"/><path d="M${-size * 0.56} 0A${size * 0.56} ${size * 0.42} 0 0 0 ${size * 0.2} ${size * 0.39}L${size * 0.56} 0Z" fill="${far}" opacity="0.6"/>${line(
      [
        [-size * 0.3, 0],
        [0, -size * 0.42],
        [size * 0.3, 0],
      ],
      near,
      size * 0.022,
    )}<circle r="${size * 0.04}" cy="${-size * 0.42}" fill="${palette.accent}"/></g>` +
    line(
      [
        [x, base - size * 0.46],
        [x - size * 0.2, base],
      ],
      front,
      size * 0.05,
    ) +
    line(
      [
        [x, base - size * 0.46],
        [x + size * 0.2, base],
      ],
      front,
      size * 0.05,
    );
  return (
    stars +
    ridge(random, 720, 260, middle, 6) +
    dish(sun.x - 380, 800, 280) +
    ridge(random, 860, 130, near, 6) +
    dish(sun.x + 240, 1010, 620) +
    ridge(random, 1090, 110, front, 5)
  );
};
