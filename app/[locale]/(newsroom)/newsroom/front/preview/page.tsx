import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { PreviewFrame } from '@/components/newsroom/preview/PreviewFrame.client';
import { publication } from '@/publication.config';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { demandFront } from '../asked';

/** An arrangement of the front in a frame, in any width and theme. */
export default async function Page(props: PageProps<'/[locale]/newsroom/front/preview'>) {
  const { locale, front, pins } = await demandFront(props);
  const { Preview } = await getMessages({ locale });
  const t = await getTranslations({ locale, namespace: 'FrontDesk' });
  const query = new URLSearchParams({ in: front, ...(pins !== undefined && { pins }) });
  return (
    <NextIntlClientProvider locale={locale} messages={{ Preview }} timeZone={publication.timeZone}>
      <PreviewFrame
        title={t('title')}
        language={locale}
        version={null}
        address={newsroomAddress(front, `/front/preview/page?${query.toString()}`)}
        back={newsroomAddress(locale, `/front?in=${front}`)}
      />
    </NextIntlClientProvider>
  );
}
