import { between, rect, ridge } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** A building with columns, and people on its steps. */
export const columns: Scene = ({ palette, random }) => {
  const [far, middle, near, front] = palette.layers;
  const count = 7;
  const shafts = Array.from({ length: count }, (_, index) => {
    const x = 230 + index * ((1140 - 70) / (count - 1));
    return (
      rect(x, 430, 74, 440, palette.light) +
      rect(x + 44, 430, 30, 440, middle, 'opacity="0.45"') +
      rect(x - 12, 412, 98, 22, far) +
      rect(x - 12, 862, 98, 24, far)
    );
  }).join('');
  const steps = Array.from({ length: 6 }, (_, index) =>
    rect(
      170 - index * 50,
      884 + index * 32,
      1260 + index * 100,
      33,
      index % 2 === 0 ? near : middle,
    ),
  ).join('');
  const people = Array.from({ length: 9 }, () => {
    const x = between(random, 200, 1400);
    const y = between(random, 930, 1040);
    return `<ellipse cx="${x}" cy="${y - 66}" rx="11" ry="13" fill="${front}"/><path d="M${x - 16} ${y}L${x - 13} ${y - 46}Q${x} ${y - 60} ${x + 13} ${y - 46}L${x + 16} ${y}Z" fill="${random() < 0.25 ? palette.accent : front}"/>`;
  }).join('');
  return (
    ridge(random, 760, 260, far, 6) +
    rect(190, 440, 1220, 440, near) +
    shafts +
    rect(170, 372, 1260, 44, palette.light) +
    `<path d="M150 372L800 180L1450 372Z" fill="${near}"/><path d="M270 350L800 206L1330 350Z" fill="${middle}"/>` +
    steps +
    people
  );
};
