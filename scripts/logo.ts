/**
 * Draws `public/logo.png`, which search engines show beside stories: the name as the masthead has it. It is
 * committed; a newsroom with a drawn logo puts its own in that place (`node scripts/logo.ts`).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publication } from '../publication.config.ts';
import { box, CARD_FONTS, drawWords, wordmark } from '../lib/syndication/share-card/draw.ts';

const { width, height, path } = publication.logo;
/** A letter of the serif is about half as wide as it is high. */
const size = Math.floor((width * 1.55) / publication.name.length);

const drawn = await drawWords(
  box(
    {
      width,
      height,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: '#fffdf9',
      color: '#16130f',
      fontFamily: CARD_FONTS.join(', '),
      fontWeight: 600,
    },
    wordmark(size),
  ),
  { width, height },
);
writeFileSync(fileURLToPath(new URL(`../public${path}`, import.meta.url)), drawn);
process.stdout.write(`logo ${width}×${height}, ${drawn.length} bytes\n`);
