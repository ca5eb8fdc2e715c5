import { between, glitter, HEIGHT, line, rect, ridge, WIDTH, type Drawing } from '../drawing.ts';
import type { Scene } from './scene.ts';

function water({ palette }: Drawing, horizon: number): string {
  return (
    rect(0, horizon, WIDTH, HEIGHT - horizon, palette.layers[1]) +
    rect(0, horizon, WIDTH, 150, palette.layers[0], 'opacity="0.55"')
  );
}

function crane(x: number, base: number, size: number, colour: string, isMirrored: boolean): string {
  const turn = isMirrored ? -1 : 1;
  const top = base - size;
  return (
    line(
      [
        [x - size * 0.16, base],
        [x - size * 0.05, top + size * 0.3],
        [x + size * 0.05, top + size * 0.3],
        [x + size * 0.16, base],
      ],
      colour,
      size * 0.03,
    ) +
    line(
      [
        [x, top + size * 0.3],
        [x, top],
      ],
      colour,
      size * 0.045,
    ) +
    line(
      [
        [x - turn * size * 0.3, top + size * 0.3],
        [x + turn * size * 0.85, top + size * 0.16],
      ],
      colour,
      size * 0.035,
    ) +
    line(
      [
        [x - turn * size * 0.25, top + size * 0.3],
        [x, top],
        [x + turn * size * 0.8, top + size * 0.17],
      ],
      colour,
      size * 0.012,
    ) +
    line(
      [
        [x + turn * size * 0.6, top + size * 0.2],
        [x + turn * size * 0.6, base - size * 0.25],
      ],
      colour,
      size * 0.008,
    )
  );
}

function ship({ palette, random }: Drawing, x: number, y: number, length: number): string {
  const [, , near, front] = palette.layers;
  const height = length * 0.11;
  const boxes = Array.from({ length: 11 }, (_, index) => {
    const stack = 1 + Math.floor(random() * 3);
    return Array.from({ length: stack }, (_, level) =>
      rect(
        x + length * (0.2 + index * 0.065),
        y - height * (0.34 + level * 0.34),
        length * 0.06,
        height * 0.31,
        random() < 0.3 ? palette.accent : random() < 0.5 ? near : palette.layers[0],
      ),
    ).join('');
  }).join('');
  return (
    boxes +
    rect(x + length * 0.06, y - height * 1.9, length * 0.1, height * 1.9, palette.light) +
    rect(x + length * 0.06, y - height * 1.55, length * 0.1, height * 0.2, front) +
    `<path d="M${x} ${y}H${x + length}L${x + length * 0.94} ${y + height}H${x + length * 0.04}Z" fill="${front}"/>` +
    rect(x + length * 0.02, y + height * 0.62, length * 0.93, height * 0.12, palette.accent)
  );
}

/** Cranes and a container ship in a harbour. */
export const harbour: Scene = (drawing, sun) => {
  const { palette, random } = drawing;
  const horizon = 560;
  const cranes = Array.from({ length: 4 }, (_, index) =>
    crane(
      130 + index * 190 + between(random, -30, 30),
      horizon + 30,
      between(random, 250, 360),
      palette.layers[2],
      random() < 0.5,
    ),
  ).join('');
  return (
    ridge(random, horizon + 10, 150, palette.layers[0]) +
    water(drawing, horizon) +
    glitter(drawing, horizon, sun.x) +
    cranes +
    rect(0, horizon + 24, 860, 40, palette.layers[2]) +
    ship(drawing, 720, 700, 760) +
    crane(1430, 1067, 640, palette.layers[3], true) +
    rect(1180, 1010, 420, 60, palette.layers[3])
  );
};
