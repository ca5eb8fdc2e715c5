'use client';
import { FailurePage } from '@/components/site/FailurePage.client';
import { DEFAULT_LOCALE } from '@/lib/i18n/locales';
import '@/components/theme/tokens.css';
import '@/components/theme/colours.generated.css';
import '@/components/theme/base.css';

/** Shown in the place of everything, where not even the layout could be rendered. */
export default function GlobalError() {
  const segment = typeof location === 'undefined' ? undefined : location.pathname.split('/')[1];
  return (
    <html lang={segment ?? DEFAULT_LOCALE}>
      <body>
        <FailurePage segment={segment} />
      </body>
    </html>
  );
}
