import { between, HEIGHT, line, rect, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** A singer on a stage, and the heads of those who listen. */
export const hall: Scene = ({ palette, random }) => {
  const [far, middle, near, front] = palette.layers;
  const curtain = (side: number) =>
    Array.from({ length: 6 }, (_, fold) => {
      const x = side < 0 ? fold * 62 : WIDTH - (fold + 1) * 62;
      return `<path d="M${x} 0H${x + 64}C${x + 50} 400 ${x + 76} 700 ${x + 40} 1067H${x - 10}C${x + 24} 700 ${x - 14} 400 ${x} 0Z" fill="${fold % 2 === 0 ? near : middle}"/>`;
    }).join('');
  const heads = Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 17 - row * 3 }, (_, seat) => {
      const size = 34 + row * 16;
      const x =
        (seat + 0.5 + (row % 2) * 0.3) * (WIDTH / (17 - row * 3)) + between(random, -12, 12);
      const y = 930 + row * 62;
      return `<circle cx="${x.toFixed(0)}" cy="${y}" r="${size * 0.62}" fill="${front}"/><rect x="${(x - size).toFixed(0)}" y="${y + size * 0.5}" width="${size * 2}" height="120" rx="${size * 0.8}" fill="${front}"/>`;
    }).join(''),
  ).join('');
  const beam = `<path d="M800 -20L1010 800H590Z" fill="${palette.light}" opacity="0.42"/>`;
  const singer =
    `<circle cx="800" cy="560" r="26" fill="${front}"/><path d="M762 800L774 620Q800 580 826 620L838 800Z" fill="${palette.accent}"/>` +
    line(
      [
        [858, 800],
        [858, 600],
        [836, 586],
      ],
      front,
      5,
    );
  return (
    rect(0, 0, WIDTH, HEIGHT, far) +
    beam +
    rect(0, 796, WIDTH, 271, near) +
    `<ellipse cx="800" cy="812" rx="260" ry="34" fill="${palette.light}" opacity="0.7"/>` +
    singer +
    curtain(-1) +
    curtain(1) +
    heads
  );
};
