/**
 * Draws the pictures of the demonstration edition (`node scripts/draw-pictures.ts [--all]`): one for each
 * `images/….jpg` that an article names and that is not there yet. Colours come from the category, the
 * scene from the topics.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { HEIGHT, paletteOf, randomOf, WIDTH } from './pictures/drawing.ts';
import { SCENES, type SceneName } from './pictures/scenes.ts';

const EDITION = 'edition';
const SCENE_BY_TOPIC: Record<string, SceneName> = {
  shipping: 'harbour',
  coast: 'harbour',
  energy: 'wind',
  prices: 'market',
  rail: 'rails',
  schools: 'shelves',
  water: 'valley',
  courts: 'columns',
  budget: 'lines',
  health: 'town',
  archives: 'shelves',
  music: 'hall',
  football: 'stadium',
  climate: 'valley',
  housing: 'town',
  migration: 'rails',
};

/** Pictures that articles name, with what decides how each looks. */
function wanted(): Map<string, { category: string; topics: string[] }> {
  const pictures = new Map<string, { category: string; topics: string[] }>();
  for (const file of readdirSync(EDITION).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(`${EDITION}/${file}`, 'utf8');
    const category = /^category: (.+)$/m.exec(text)?.[1] ?? '';
    const topics = /^topics: \[(.*)\]$/m.exec(text)?.[1]?.split(/,\s*/) ?? [];
    for (const match of text.matchAll(/images\/[\w-]+\.jpg/g))
      pictures.set(match[0], { category, topics });
  }
  return pictures;
}

async function draw(path: string, category: string, scene: SceneName): Promise<void> {
  const random = randomOf(path);
  const palette = paletteOf(category, random() < 0.3);
  const sun = { x: 480 + random() * 620, y: 170 + random() * 260 };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${palette.sky[0]}"/><stop offset="0.75" stop-color="${palette.sky[1]}"/></linearGradient>
    <radialGradient id="haze"><stop stop-color="${palette.light}" stop-opacity="0.75"/><stop offset="1" stop-color="${palette.light}" stop-opacity="0"/></radialGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>
    <circle cx="${sun.x}" cy="${sun.y}" r="420" fill="url(#haze)"/><circle cx="${sun.x}" cy="${sun.y}" r="82" fill="${palette.light}"/>
    ${SCENES[scene]({ palette, random }, sun)}</svg>`;
  // The grain of a print on rough paper.
  const grain = await sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 13 },
    },
  })
    .png()
    .toBuffer();
  await sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .jpeg({ quality: 76, mozjpeg: true })
    .toFile(path);
}

mkdirSync(`${EDITION}/images`, { recursive: true });
const isAll = process.argv.includes('--all');
const names = Object.keys(SCENES) as SceneName[];
for (const [picture, { category, topics }] of wanted()) {
  const path = `${EDITION}/${picture}`;
  if (existsSync(path) && !isAll) continue;
  const fitting = topics
    .map((topic) => SCENE_BY_TOPIC[topic])
    .filter((scene) => scene !== undefined);
  const random = randomOf(`${picture} scene`);
  const usual =
    category === 'science'
      ? 'laboratory'
      : category === 'sport'
        ? 'stadium'
        : names[Math.floor(random() * names.length)];
  await draw(path, category, fitting[0] ?? usual ?? 'town');
  console.log(picture);
}
