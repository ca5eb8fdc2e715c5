import { between, HEIGHT, rect, WIDTH } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** Shelves of books, and a reader. */
export const shelves: Scene = ({ palette, random }) => {
  const [far, middle, near, front] = palette.layers;
  const colours = [far, middle, near, palette.light, palette.accent];
  const rows = Array.from({ length: 5 }, (_, row) => {
    const y = 60 + row * 205;
    let books = '';
    for (let x = 40; x < 1560;) {
      const width = between(random, 16, 46);
      const height = between(random, 120, 176);
      const lean = random() < 0.05 ? `transform="rotate(9 ${x} ${y + 180})"` : '';
      books += rect(
        x,
        y + 180 - height,
        width - 3,
        height,
        colours[Math.floor(random() * (random() < 0.3 ? 5 : 3))] ?? far,
        lean,
      );
      x += width + (random() < 0.06 ? 46 : 0);
    }
    return books + rect(0, y + 180, WIDTH, 20, front);
  }).join('');
  const reader = `<ellipse cx="1130" cy="610" rx="56" ry="64" fill="${front}"/><path d="M990 1067C990 840 1040 690 1130 690S1280 840 1280 1067Z" fill="${front}"/><path d="M940 850L1120 800L1150 900L970 950Z" fill="${palette.light}"/>`;
  return (
    rect(0, 0, WIDTH, HEIGHT, front) +
    rect(0, 0, WIDTH, HEIGHT, near, 'opacity="0.55"') +
    rows +
    reader
  );
};
