import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { Spoken } from '../../ui/Spoken';
import { viewCount } from './ViewCount.attributes';

/** The place of an article's view count. Only the browser knows it, so it gets the words of each plural form. */
export async function ViewCount({
  articleId,
  locale,
  className,
}: {
  articleId: number;
  locale: Locale;
  className: string | undefined;
}) {
  const t = await getTranslations({ locale, namespace: 'ViewCount' });
  return (
    <Spoken
      className={className}
      {...{
        [viewCount.place]: articleId,
        [`${viewCount.words}one` as const]: t.raw('one') as string,
        [`${viewCount.words}few` as const]: t.raw('few') as string,
        [`${viewCount.words}many` as const]: t.raw('many') as string,
        [`${viewCount.words}other` as const]: t.raw('other') as string,
      }}
    />
  );
}
