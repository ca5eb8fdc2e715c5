import { between, rect, WIDTH } from '../drawing.ts';
import { houses } from './houses.ts';
import type { Scene } from './scene.ts';

/** Market stalls in front of houses. */
export const market: Scene = (drawing) => {
  const { palette, random } = drawing;
  const [far, , near, front] = palette.layers;
  const stall = (x: number, y: number, size: number) => {
    const stripes = Array.from(
      { length: 6 },
      (_, index) =>
        `<path d="M${x + (index * size) / 6} ${y}h${size / 6}l${size * 0.03} ${size * 0.2}q${-size / 12} ${size * 0.07} ${-size / 6} 0Z" fill="${index % 2 === 0 ? palette.accent : palette.light}"/>`,
    ).join('');
    const fruit = Array.from(
      { length: 22 },
      () =>
        `<circle cx="${(x + between(random, 0.06, 0.94) * size).toFixed(0)}" cy="${(y + size * between(random, 0.58, 0.67)).toFixed(0)}" r="${(size * 0.034).toFixed(0)}" fill="${random() < 0.5 ? palette.accent : random() < 0.5 ? palette.light : far}"/>`,
    ).join('');
    return (
      rect(x + 8, y, 8, size * 0.95, front) +
      rect(x + size - 16, y, 8, size * 0.95, front) +
      fruit +
      rect(x, y + size * 0.66, size, size * 0.3, near) +
      stripes
    );
  };
  const people = Array.from({ length: 7 }, (_, index) => {
    const x = 120 + index * 230 + between(random, -60, 60);
    const y = 1080;
    const size = between(random, 250, 330);
    return `<circle cx="${x}" cy="${y - size}" r="${size * 0.13}" fill="${front}"/><path d="M${x - size * 0.24} ${y}C${x - size * 0.26} ${y - size * 0.6} ${x - size * 0.16} ${y - size * 0.84} ${x} ${y - size * 0.84}S${x + size * 0.26} ${y - size * 0.6} ${x + size * 0.24} ${y}Z" fill="${front}"/>`;
  }).join('');
  return (
    houses(drawing, 700, palette.layers[1], 150, 9) +
    rect(0, 780, WIDTH, 287, palette.layers[1]) +
    stall(60, 560, 430) +
    stall(590, 540, 460) +
    stall(1130, 570, 420) +
    people
  );
};
