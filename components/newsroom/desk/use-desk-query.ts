import { usePathname, useSearchParams } from 'next/navigation';
import type { DeskQuery } from '@/lib/content/desk/desk';
import { readDeskQuery, writeDeskQuery } from '@/lib/content/desk/desk-query';

export interface AskDesk {
  (change: Partial<DeskQuery>, how?: 'push' | 'replace'): void;
}

/** The desk's query is stored only in the URL, so it can be shared, and Back restores the previous one. */
export function useDeskQuery(): { query: DeskQuery; address: string; ask: AskDesk } {
  const path = usePathname();
  const query = readDeskQuery(new URLSearchParams(useSearchParams().toString()));
  const ask: AskDesk = (change, how = 'push') => {
    // A changed query starts at its first page.
    const address = writeDeskQuery({ ...query, after: null, ...change });
    const target = address ? `${path}?${address}` : path;
    if (how === 'push') history.pushState(null, '', target);
    else history.replaceState(null, '', target);
  };
  return { query, address: writeDeskQuery(query), ask };
}
