import { between, line, rect, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** A match under floodlights. */
export const stadium: Scene = (drawing) => {
  const { palette, random } = drawing;
  const [far, middle, near, front] = palette.layers;
  const mast = (x: number) =>
    line(
      [
        [x, 620],
        [x, 150],
      ],
      front,
      12,
    ) +
    Array.from(
      { length: 12 },
      (_, lamp) =>
        `<circle cx="${x - 54 + (lamp % 4) * 36}" cy="${120 + Math.floor(lamp / 4) * 34}" r="13" fill="${palette.light}"/>`,
    ).join('') +
    `<path d="M${x} 150L${x + (x < 800 ? 560 : -560)} 900L${x + (x < 800 ? 120 : -120)} 900Z" fill="${palette.light}" opacity="0.16"/>`;
  const crowd = Array.from({ length: 520 }, () => {
    const x = between(random, 0, WIDTH);
    const y = between(random, 470, 640);
    return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="6" fill="${random() < 0.2 ? palette.accent : random() < 0.5 ? palette.light : far}" opacity="0.85"/>`;
  }).join('');
  const stripes = Array.from(
    { length: 8 },
    (_, index) =>
      `<path d="M${800 + (index - 4) * 150} 650L${800 + (index - 4) * 420} 1067H${800 + (index - 3) * 420}L${800 + (index - 3) * 150} 650Z" fill="${index % 2 === 0 ? middle : near}"/>`,
  ).join('');
  const player = (x: number, y: number, size: number, shirt: string) =>
    `<circle cx="${x}" cy="${y - size}" r="${size * 0.13}" fill="${front}"/><path d="M${x - size * 0.16} ${y - size * 0.82}H${x + size * 0.16}L${x + size * 0.12} ${y - size * 0.4}H${x - size * 0.12}Z" fill="${shirt}"/>` +
    line(
      [
        [x - size * 0.08, y - size * 0.4],
        [x - size * 0.24, y],
      ],
      front,
      size * 0.09,
    ) +
    line(
      [
        [x + size * 0.08, y - size * 0.4],
        [x + size * 0.2, y - size * 0.16],
        [x + size * 0.12, y],
      ],
      front,
      size * 0.09,
    );
  return (
    rect(0, 440, WIDTH, 220, near) +
    crowd +
    stripes +
    line(
      [
        [0, 700],
        [WIDTH, 700],
      ],
      palette.light,
      5,
    ) +
    `<ellipse cx="800" cy="880" rx="330" ry="84" fill="none" stroke="${palette.light}" stroke-width="6"/>` +
    mast(170) +
    mast(1430) +
    player(520, 960, 250, palette.accent) +
    player(1010, 900, 210, palette.light) +
    `<circle cx="640" cy="950" r="20" fill="${palette.light}"/>`
  );
};
