/** What every scene is drawn with: a palette by category and hour, and a steady source of chance. */

export const WIDTH = 1600;
export const HEIGHT = 1067;

export interface Palette {
  sky: readonly [string, string];
  light: string;
  /** From the farthest layer to the nearest. */
  layers: readonly [string, string, string, string];
  accent: string;
}

export interface Drawing {
  palette: Palette;
  /** From 0 up to 1, the same for the same picture. */
  random: () => number;
}

const PALETTES: Record<string, Palette> = {
  analytics: {
    sky: ['#f3e3cf', '#d98a6a'],
    light: '#fff3dc',
    layers: ['#b9604d', '#8e3f3a', '#5a2629', '#2b1418'],
    accent: '#b3121d',
  },
  politics: {
    sky: ['#dfe4e6', '#8fa3b3'],
    light: '#fdf6e6',
    layers: ['#7d90a1', '#54697d', '#324559', '#17222f'],
    accent: '#c9a34e',
  },
  economy: {
    sky: ['#f6ecc9', '#dcb45c'],
    light: '#fffbe6',
    layers: ['#bd8f3f', '#7f7a3c', '#4d5a33', '#222b1c'],
    accent: '#c4512d',
  },
  world: {
    sky: ['#d8ece9', '#6fb0ad'],
    light: '#fdf7e0',
    layers: ['#5b9c9d', '#37757e', '#1d4c5a', '#0d2733'],
    accent: '#e3a857',
  },
  society: {
    sky: ['#eee4dc', '#c39a86'],
    light: '#fff5e4',
    layers: ['#a8786a', '#76606a', '#475062', '#202a38'],
    accent: '#d9683c',
  },
  culture: {
    sky: ['#f0dfe2', '#b9748c'],
    light: '#fff0de',
    layers: ['#9c5876', '#713b60', '#472448', '#22122a'],
    accent: '#e8b04b',
  },
  science: {
    sky: ['#dbe6f2', '#7d9cc9'],
    light: '#f7fbe9',
    layers: ['#6283b3', '#3e5f94', '#27406f', '#111f3d'],
    accent: '#7fc8a9',
  },
  sport: {
    sky: ['#e5efdb', '#8fbd83'],
    light: '#fffbe0',
    layers: ['#6da06a', '#417a52', '#22543f', '#0d2b24'],
    accent: '#f0883e',
  },
};

/** The colours of a category; by night the sky is turned dark and the light is a moon. */
export function paletteOf(category: string, isNight: boolean): Palette {
  const day = PALETTES[category] ?? PALETTES['analytics'];
  if (!day) throw new Error(`There are no colours for ${category}.`);
  if (!isNight) return day;
  const [, middle, near, front] = day.layers;
  return {
    ...day,
    sky: [front, middle],
    light: '#f5ead0',
    layers: [middle, near, front, '#0b0a0d'],
  };
}

/** Chance that depends on a text alone (FNV-1a into mulberry32). */
export function randomOf(text: string): () => number {
  let state = 2_166_136_261;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (random: () => number, least: number, most: number): number =>
  least + random() * (most - least);

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  rest = '',
): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" ${rest}/>`;

export const line = (
  points: readonly (readonly [number, number])[],
  stroke: string,
  width: number,
): string =>
  `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** A ridge from edge to edge, filled to the bottom. */
export function ridge(
  random: () => number,
  base: number,
  height: number,
  fill: string,
  steps = 7,
): string {
  const points = Array.from({ length: steps + 1 }, (_, step) => [
    (WIDTH * step) / steps,
    base - height * (0.25 + 0.75 * random()) * (step % 2 === 0 ? 0.6 : 1),
  ]);
  let path = `M0 ${HEIGHT}V${points[0]?.[1]?.toFixed(0)}`;
  for (let step = 1; step < points.length; step++) {
    const [x0 = 0, y0 = 0] = points[step - 1] ?? [];
    const [x = 0, y = 0] = points[step] ?? [];
    const middle = ((x0 + x) / 2).toFixed(0);
    path += `C${middle} ${y0.toFixed(0)} ${middle} ${y.toFixed(0)} ${x.toFixed(0)} ${y.toFixed(0)}`;
  }
  return `<path d="${path}V${HEIGHT}Z" fill="${fill}"/>`;
}

/** Light on water: strokes that widen towards the reader. */
export function glitter({ palette, random }: Drawing, horizon: number, at: number): string {
  return Array.from({ length: 34 }, (_, step) => {
    const y = horizon + 12 + step * step * 0.36;
    const half = between(random, 8, 26) + step * 3.4;
    const x = at + between(random, -14, 14) - half / 2;
    return y < HEIGHT
      ? rect(
          x,
          y,
          half,
          2.5 + step * 0.14,
          palette.light,
          `opacity="${(0.75 - step * 0.015).toFixed(2)}" rx="2"`,
        )
      : '';
  }).join('');
}
