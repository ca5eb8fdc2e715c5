/**
 * Draws `public/icons.svg`, one file with every icon of readers' pages, and `public/newsroom-icons.svg`, which
 * they never load. Both are committed: run it again after a change of `components/ui/icon-names.ts` or
 * `components/newsroom/ui/tool-icon-names.ts` (`node scripts/icons.ts`). Lucide (ISC) for tools, Simple Icons
 * (CC0) for brands.
 */
import { writeFileSync } from 'node:fs';
import * as lucide from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as brands from 'simple-icons';
import { TOOL_ICON_NAMES, type ToolIconName } from '../components/newsroom/ui/tool-icon-names.ts';
import { ICON_NAMES, type IconName } from '../components/ui/icon-names.ts';

const TOOLS: Partial<Record<IconName, LucideIcon>> = {
  menu: lucide.Menu,
  search: lucide.Search,
  sun: lucide.Sun,
  moon: lucide.Moon,
  print: lucide.Printer,
  link: lucide.Link2,
  mail: lucide.Mail,
  share: lucide.Share2,
};
const NEWSROOM: Record<ToolIconName, LucideIcon> = {
  heading2: lucide.Heading2,
  heading3: lucide.Heading3,
  heading4: lucide.Heading4,
  bold: lucide.Bold,
  italic: lucide.Italic,
  strike: lucide.Strikethrough,
  superscript: lucide.Superscript,
  subscript: lucide.Subscript,
  code: lucide.Code,
  link: lucide.Link,
  unlink: lucide.Unlink,
  bulletList: lucide.List,
  orderedList: lucide.ListOrdered,
  blockquote: lucide.TextQuote,
  pullQuote: lucide.Quote,
  footnote: lucide.Asterisk,
  table: lucide.Table,
  image: lucide.Image,
  gallery: lucide.Images,
  embed: lucide.SquarePlay,
  codeBlock: lucide.SquareCode,
  horizontalRule: lucide.Minus,
  undo: lucide.Undo2,
  redo: lucide.Redo2,
  find: lucide.TextSearch,
  help: lucide.Keyboard,
  plus: lucide.Plus,
  close: lucide.X,
  previous: lucide.ChevronUp,
  next: lucide.ChevronDown,
  rowBefore: lucide.BetweenVerticalEnd,
  rowAfter: lucide.BetweenVerticalStart,
  columnBefore: lucide.BetweenHorizontalEnd,
  columnAfter: lucide.BetweenHorizontalStart,
  deleteRow: lucide.TableRowsSplit,
  deleteColumn: lucide.TableColumnsSplit,
  deleteTable: lucide.Trash2,
  alignLeft: lucide.TextAlignStart,
  alignCenter: lucide.TextAlignCenter,
  alignRight: lucide.TextAlignEnd,
};
const BRANDS: Partial<Record<IconName, { path: string }>> = {
  x: brands.siX,
  youtube: brands.siYoutube,
  instagram: brands.siInstagram,
  facebook: brands.siFacebook,
  telegram: brands.siTelegram,
  appStore: brands.siAppstore,
  googlePlay: brands.siGoogleplay,
  whatsapp: brands.siWhatsapp,
};

function drawn(name: string, tool: LucideIcon): string {
  const drawing = renderToStaticMarkup(createElement(tool)).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
}

function symbolOf(name: IconName): string {
  const tool = TOOLS[name];
  return tool
    ? drawn(name, tool)
    : `<symbol id="${name}" viewBox="0 0 24 24" fill="currentColor"><path d="${BRANDS[name]?.path ?? ''}"/></symbol>`;
}

const write = (file: string, symbols: string[]) =>
  writeFileSync(
    new URL(`../public/${file}`, import.meta.url),
    `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`,
  );
write('icons.svg', ICON_NAMES.map(symbolOf));
write(
  'newsroom-icons.svg',
  TOOL_ICON_NAMES.map((name) => drawn(name, NEWSROOM[name])),
);
