/** The desk's data from the server: refetched every 15 seconds and when the window gets the focus. */
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { useState } from 'react';
import type {
  DeskNumbers,
  DeskPage,
  DeskRow,
  QuickVerb,
  Translation,
} from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import { ask } from '../ask';
import { send } from '../send';

const EVERY = 15_000;
/** Milliseconds for which data is fresh: focusing the window within this time does not refetch. */
const NEW = 2000;
const LIVE = { refetchInterval: EVERY, staleTime: NEW, refetchOnWindowFocus: true } as const;

const keyOf = (locale: Locale, address: string): QueryKey => ['desk', locale, address];

/** One page of the desk; the previous page stays visible while another is fetched. */
export function useDesk(
  locale: Locale,
  address: string,
  first: { address: string; page: DeskPage; at: number },
) {
  const isFirst = address === first.address;
  return useQuery({
    ...LIVE,
    queryKey: keyOf(locale, address),
    queryFn: ({ signal }) => ask<DeskPage>(`desk?locale=${locale}&${address}`, signal),
    placeholderData: keepPreviousData,
    retry: 1,
    ...(isFirst && { initialData: first.page, initialDataUpdatedAt: first.at }),
  });
}

/**
 * The desk's counts.
 * @param first - the counts that the server read, and when (`at`, Unix time in milliseconds)
 */
export function useNumbers(first: { numbers: DeskNumbers; at: number }) {
  return useQuery({
    ...LIVE,
    queryKey: ['desk-numbers'],
    queryFn: ({ signal }) => ask<DeskNumbers>('desk/numbers', signal),
    retry: 1,
    initialData: first.numbers,
    initialDataUpdatedAt: first.at,
  });
}

export interface QuickAction {
  verb: QuickVerb;
  row: DeskRow;
  translation: Translation;
}

/** The status of an article after an action: shown optimistically, rolled back if the action is refused. */
function afterwards(translation: Translation, verb: QuickVerb): Translation {
  const verbs = translation.verbs.filter((other) => other !== verb);
  switch (verb) {
    case 'translate':
      return { ...translation, status: 'draft', verbs: [] };
    case 'submit':
      return { ...translation, status: 'in_review', verbs };
    case 'mark-current':
      return { ...translation, isStale: false, verbs };
  }
}

function act({ verb, row, translation }: QuickAction): Promise<object> {
  const id = translation.id ?? 0;
  switch (verb) {
    case 'translate':
      return send('article/translate', row.id, { locale: translation.locale });
    case 'submit':
      return send('article/submit', id, {});
    case 'mark-current':
      return send('article/mark-current', id, {});
  }
}

/** The desk's one-press actions. */
export function useQuickActions(locale: Locale, address: string) {
  const client = useQueryClient();
  const key = keyOf(locale, address);
  const [refused, setRefused] = useState<{ headline: string; cause: Error } | null>(null);
  const set = (action: QuickAction, change: (translation: Translation) => Translation) =>
    client.setQueryData<DeskPage>(
      key,
      (page) =>
        page && {
          ...page,
          rows: page.rows.map((row) =>
            row.storyId === action.row.storyId
              ? {
                  ...row,
                  translations: row.translations.map((translation) =>
                    translation.locale === action.translation.locale
                      ? change(translation)
                      : translation,
                  ),
                }
              : row,
          ),
        },
    );
  const { mutate } = useMutation({
    mutationFn: act,
    onMutate: async (action) => {
      setRefused(null);
      await client.cancelQueries({ queryKey: ['desk'] });
      set(action, (translation) => afterwards(translation, action.verb));
    },
    onError: (cause, action) => {
      set(action, () => action.translation);
      setRefused({ headline: action.row.headline, cause });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['desk'] }),
        client.invalidateQueries({ queryKey: ['desk-numbers'] }),
      ]),
  });
  return { run: mutate, refused };
}
