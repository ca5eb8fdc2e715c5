/**
 * The newsroom's icons, as one file: those that `scripts/icons.ts` draws, and one of each tool of a block, from
 * `components/newsroom/editor/icons`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The symbols that `scripts/icons.ts` draws. */
export const DRAWN_ICONS = 'components/newsroom/ui/tool-icons.svg';
const BLOCK_ICONS = 'components/newsroom/editor/icons';

/** One icon of a file of icons; `drawing` is what an icon of Lucide holds, 24 by 24 units. */
export const iconSymbol = (name: string, drawing: string): string =>
  `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;

export const iconFile = (symbols: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;

/** The file of the newsroom's icons, as it has to be. */
export function toolIcons(): { path: string; text: string } {
  const drawn = readFileSync(DRAWN_ICONS, 'utf8').trim().split('\n').slice(1, -1);
  const ofBlocks = readdirSync(BLOCK_ICONS)
    .toSorted()
    .map((file) => {
      const [, drawing = ''] =
        /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(join(BLOCK_ICONS, file), 'utf8')) ?? [];
      return iconSymbol(basename(file, '.svg'), drawing.replace(/\s*\n\s*/g, ''));
    });
  return { path: 'public/newsroom-icons.svg', text: iconFile([...drawn, ...ofBlocks]) };
}
