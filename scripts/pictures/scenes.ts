/** The scenes: each draws everything before the sky, layer by layer, far to near. */
import { between, glitter, HEIGHT, line, rect, ridge, WIDTH, type Drawing } from './drawing.ts';

export type Scene = (drawing: Drawing, sun: { x: number; y: number }) => string;

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

const harbour: Scene = (drawing, sun) => {
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

function houses(
  { palette, random }: Drawing,
  base: number,
  colour: string,
  size: number,
  count: number,
): string {
  return Array.from({ length: count }, (_, index) => {
    const width = size * between(random, 0.8, 1.3);
    const height = size * between(random, 0.7, 1.6);
    const x = (index / count) * WIDTH + between(random, -20, 20);
    const y = base - height - Math.sin((index / count) * Math.PI) * size * 1.6;
    const roof =
      random() < 0.6
        ? `<path d="M${x - 6} ${y}L${x + width / 2} ${y - size * 0.42}L${x + width + 6} ${y}Z" fill="${palette.layers[3]}"/>`
        : '';
    const windows = Array.from({ length: 4 }, (_, pane) =>
      rect(
        x + width * (0.18 + (pane % 2) * 0.4),
        y + height * (0.16 + Math.floor(pane / 2) * 0.3),
        width * 0.16,
        height * 0.14,
        random() < 0.45 ? palette.light : palette.layers[3],
        'opacity="0.85"',
      ),
    ).join('');
    return rect(x, y, width, HEIGHT - y, colour) + roof + windows;
  }).join('');
}

const town: Scene = (drawing) => {
  const { palette, random } = drawing;
  return (
    ridge(random, 640, 330, palette.layers[0], 5) +
    ridge(random, 740, 240, palette.layers[1], 6) +
    houses(drawing, 860, palette.layers[1], 92, 15) +
    houses(drawing, 1000, palette.layers[2], 130, 11) +
    ridge(random, 1120, 120, palette.layers[3])
  );
};

const valley: Scene = (drawing, sun) => {
  const { palette, random } = drawing;
  const river = `<path d="M${sun.x} 640C${sun.x + 60} 720 ${sun.x - 320} 760 ${sun.x - 120} 860S${sun.x + 180} 980 ${sun.x - 160} 1067H${sun.x + 380}C${sun.x + 420} 960 ${sun.x + 90} 900 ${sun.x + 60} 830S${sun.x + 160} 700 ${sun.x + 30} 640Z" fill="${palette.light}" opacity="0.8"/>`;
  const trees = Array.from({ length: 26 }, () => {
    const x = between(random, 0, WIDTH);
    const y = between(random, 930, 1050);
    const size = between(random, 40, 110);
    return Math.abs(x - sun.x) < 260
      ? ''
      : `<path d="M${x} ${y - size * 1.9}L${x + size * 0.34} ${y}H${x - size * 0.34}Z" fill="${palette.layers[3]}"/>`;
  }).join('');
  return (
    ridge(random, 600, 380, palette.layers[0], 5) +
    ridge(random, 690, 240, palette.layers[1], 6) +
    rect(0, 660, WIDTH, 407, palette.layers[2]) +
    river +
    ridge(random, 900, 90, palette.layers[2]) +
    river +
    trees
  );
};

const rails: Scene = (drawing, sun) => {
  const { palette, random } = drawing;
  const [, , near, front] = palette.layers;
  const sleepers = Array.from({ length: 22 }, (_, index) => {
    const depth = ((index + 1) / 22) ** 2;
    const half = 30 + 560 * depth;
    return rect(sun.x - half, 620 + 447 * depth, half * 2, 4 + 16 * depth, front, 'opacity="0.75"');
  }).join('');
  const rail = (side: number) =>
    `<path d="M${sun.x + side * 8} 612L${sun.x + side * 470} 1067H${sun.x + side * 420}L${sun.x + side * 5} 612Z" fill="${palette.light}" opacity="0.9"/>`;
  const masts = Array.from({ length: 6 }, (_, index) => {
    const depth = ((index + 2) / 7) ** 2.2;
    const x = sun.x + 60 + 720 * depth;
    const y = 620 + 440 * depth;
    const height = 60 + 700 * depth;
    return line(
      [
        [x, y],
        [x, y - height],
        [x - height * 0.42, y - height * 0.94],
      ],
      front,
      3 + 10 * depth,
    );
  }).join('');
  const train =
    rect(sun.x - 46, 540, 92, 86, near, 'rx="14"') +
    rect(sun.x - 34, 554, 68, 30, palette.light, 'rx="6"') +
    rect(sun.x - 46, 600, 92, 8, palette.accent);
  return (
    ridge(random, 610, 230, palette.layers[0], 6) +
    rect(0, 605, WIDTH, 462, palette.layers[1]) +
    ridge(random, 660, 60, palette.layers[1]) +
    sleepers +
    rail(-1) +
    rail(1) +
    train +
    masts +
    rect(0, 1040, WIDTH, 27, front, 'opacity="0.3"')
  );
};

const columns: Scene = ({ palette, random }) => {
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

const wind: Scene = (drawing, sun) => {
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

const hall: Scene = ({ palette, random }) => {
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

const stadium: Scene = (drawing) => {
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

const shelves: Scene = ({ palette, random }) => {
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

const market: Scene = (drawing) => {
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

const laboratory: Scene = ({ palette, random }, sun) => {
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

const lines: Scene = ({ palette, random }) => {
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

export const SCENES = {
  harbour,
  town,
  valley,
  rails,
  columns,
  wind,
  hall,
  stadium,
  shelves,
  market,
  laboratory,
  lines,
} as const;
export type SceneName = keyof typeof SCENES;
