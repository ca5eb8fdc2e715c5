/**
 * Rows of the log that a release without typed events has written: before an upgrade, or during one, while
 * its processes still run. Only their cache tags are known. To be removed two releases after the first one
 * with typed events: then no such row is left to read.
 */
import { isLocale } from '../i18n/locales.ts';
import type { Address, List } from './appearance.ts';
import type { PortalEvent } from './events.ts';

/** @param tags - of the row, made by that release's `lib/cache-tags.ts` */
export function earlierEvent(tags: string[]): PortalEvent {
  const addresses: Address[] = [];
  const lists: List[] = [];
  for (const tag of tags) {
    const [name, locale = '', slug = ''] = tag.split(':');
    if (!isLocale(locale)) continue;
    if (name === 'slug') addresses.push({ locale, slug });
    const kind = kindOf(name);
    if (kind) lists.push({ locale, kind, slug });
  }
  return { type: 'row.earlier', tags, addresses, lists };
}

function kindOf(name: string | undefined): List['kind'] | null {
  switch (name) {
    case 'front':
      return 'everything';
    case 'corrections':
    case 'category':
    case 'topic':
    case 'author':
      return name;
    default:
      return null;
  }
}
