import { between, ridge } from '../drawing.ts';
import type { Scene } from './scene.ts';

/** Wind turbines on hills. */
export const wind: Scene = (drawing, sun) => {
  const { palette, random } = drawing;
  const turbine = (x: number, base: number, size: number) => {
    const top = base - size;
    const angle = between(random, 0, 120);
    const blades = [0, 120, 240]
      .map(
        (turn) =>
          `<path d="M0 0L${size * 0.035} ${-size * 0.12}L0 ${-size * 0.56}L${-size * 0.018} ${-size * 0.1}Z" fill="${palette.light}" transform="translate(${x} ${top}) rotate(${angle + turn})"/>`,
      )
      .join('');
    return `<path d="M${x - size * 0.022} ${base}L${x - size * 0.009} ${top}H${x + size * 0.009}L${x + size * 0.022} ${base}Z" fill="${palette.light}"/>${blades}<circle cx="${x}" cy="${top}" r="${size * 0.024}" fill="${palette.accent}"/>`;
  };
  return (
    ridge(random, 640, 200, palette.layers[0], 6) +
    turbine(sun.x - 420, 640, 240) +
    turbine(sun.x - 180, 660, 290) +
    ridge(random, 800, 170, palette.layers[1], 5) +
    turbine(sun.x + 90, 780, 470) +
    ridge(random, 950, 160, palette.layers[2], 5) +
    turbine(sun.x + 470, 980, 760) +
    ridge(random, 1090, 120, palette.layers[3], 6)
  );
};
