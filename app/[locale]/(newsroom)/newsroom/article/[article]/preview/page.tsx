import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { PreviewFrame } from '@/components/newsroom/preview/PreviewFrame.client';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { publication } from '@/publication.config';
import { demandPreview } from './version';

/** A revision in a frame, in any width and theme. */
export default async function Page(
  props: PageProps<'/[locale]/newsroom/article/[article]/preview'>,
) {
  const { locale, article, version } = await demandPreview(props);
  const { Preview } = await getMessages({ locale });
  return (
    <NextIntlClientProvider locale={locale} messages={{ Preview }} timeZone={publication.timeZone}>
      <PreviewFrame
        title={article.draft.headline}
        language={article.locale}
        version={version}
        // In the article's own language, as its readers see the complete page.
        address={newsroomAddress(
          article.locale,
          `/article/${article.id}/preview/page?version=${version}`,
        )}
        back={newsroomAddress(locale, `/article/${article.id}`)}
      />
    </NextIntlClientProvider>
  );
}
