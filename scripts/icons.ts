/**
 * Draws `public/icons.svg`, one file with every icon of readers' pages, and `public/newsroom-icons.svg`, which
 * they never load. Both are committed: run it again after a change of `components/theme/icon-names.ts` or
 * `components/newsroom/ui/tool-icon-names.ts` (`node scripts/icons.ts`). The icons of blocks' tools are files of
 * their own, `components/newsroom/editor/icons`. Lucide (ISC) for tools, Simple Icons
 * (CC0) for brands.
 */
import { writeFileSync } from 'node:fs';
import * as lucide from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as brands from 'simple-icons';
import { TOOL_ICON_NAMES, type DrawnIconName } from '../components/newsroom/ui/tool-icon-names.ts';
import { ICON_NAMES, type IconName } from '../components/theme/icon-names.ts';
import { DRAWN_ICONS, iconFile, iconSymbol, toolIcons } from './generate/tool-icons.ts';

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
const NEWSROOM: Record<DrawnIconName, LucideIcon> = {
  bold: lucide.Bold,
  italic: lucide.Italic,
  strike: lucide.Strikethrough,
  superscript: lucide.Superscript,
  subscript: lucide.Subscript,
  code: lucide.Code,
  link: lucide.Link,
  unlink: lucide.Unlink,
  footnote: lucide.Asterisk,
  image: lucide.Image,
  gallery: lucide.Images,
  embed: lucide.SquarePlay,
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
  return iconSymbol(name, drawing);
}

function symbolOf(name: IconName): string {
  const tool = TOOLS[name];
  return tool
    ? drawn(name, tool)
    : `<symbol id="${name}" viewBox="0 0 24 24" fill="currentColor"><path d="${BRANDS[name]?.path ?? ''}"/></symbol>`;
}

writeFileSync('public/icons.svg', iconFile(ICON_NAMES.map(symbolOf)));
writeFileSync(DRAWN_ICONS, iconFile(TOOL_ICON_NAMES.map((name) => drawn(name, NEWSROOM[name]))));
const { path, text } = toolIcons();
writeFileSync(path, text);
