/**
 * Draws `public/logo.png`, which search engines show beside stories, the name as the masthead has it, and
 * `public/icon.png`, its first letter, which browsers show in a tab. They are committed; a newsroom with
 * drawn ones puts its own in their place (`node scripts/logo.ts`).
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

/** Pixels of the tab's icon, drawn larger than it is shown. */
const ICON = 96;
const icon = await drawWords(
  box(
    {
      width: ICON,
      height: ICON,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: '#16130f',
      color: '#fffdf9',
      fontFamily: CARD_FONTS.join(', '),
      fontWeight: 600,
      fontSize: ICON * 0.8,
      lineHeight: 1,
    },
    publication.name.slice(0, 1),
  ),
  { width: ICON, height: ICON },
);
writeFileSync(fileURLToPath(new URL('../public/icon.png', import.meta.url)), icon);
process.stdout.write(`icon ${ICON}×${ICON}, ${icon.length} bytes\n`);
