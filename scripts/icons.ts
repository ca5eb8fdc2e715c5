/**
 * Draws `public/icons.svg`, one file with every icon, which is committed: run it again after a change of
 * `components/ui/icon-names.ts` (`node scripts/icons.ts`). Lucide (ISC) for tools, Simple Icons (CC0) for brands.
 */
import { writeFileSync } from 'node:fs';
import {
  Link2,
  Mail,
  Menu,
  Moon,
  Printer,
  Search,
  Share2,
  Sun,
  type LucideIcon,
} from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as brands from 'simple-icons';
import { ICON_NAMES, type IconName } from '../components/ui/icon-names.ts';

const TOOLS: Partial<Record<IconName, LucideIcon>> = {
  menu: Menu,
  search: Search,
  sun: Sun,
  moon: Moon,
  print: Printer,
  link: Link2,
  mail: Mail,
  share: Share2,
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

function symbolOf(name: IconName): string {
  const tool = TOOLS[name];
  if (tool) {
    const drawing = renderToStaticMarkup(createElement(tool)).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
  }
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="currentColor"><path d="${BRANDS[name]?.path ?? ''}"/></symbol>`;
}

writeFileSync(
  new URL('../public/icons.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${ICON_NAMES.map(symbolOf).join('\n')}\n</svg>\n`,
);
