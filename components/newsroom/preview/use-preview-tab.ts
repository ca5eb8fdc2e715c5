import { useMutation } from '@tanstack/react-query';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { useDraftActions } from '../draft/DraftProvider.client';

/** Saves what is on the screen, and shows the preview of that revision in a new tab. */
export function usePreviewTab(locale: Locale, articleId: number) {
  const { settle } = useDraftActions();
  return useMutation({
    mutationFn: async () => {
      // Opened synchronously in the click handler: pop-up blockers block a tab that is opened later.
      const tab = open('about:blank', '_blank');
      try {
        const address = newsroomAddress(
          locale,
          `/article/${articleId}/preview?version=${await settle()}`,
        );
        if (tab) tab.location.href = address;
        else location.assign(address);
      } catch (cause) {
        tab?.close();
        throw cause;
      }
    },
  });
}
