import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { FrontDesk } from '@/components/newsroom/front/FrontDesk.client';
import { FrontTabs } from '@/components/newsroom/front/FrontTabs';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/accounts/permissions';
import { readFrontState } from '@/lib/desk/read-front';
import { getFront } from '@/lib/publication/front';
import { publication } from '@/publication.config';
import { demandFront } from './asked';

/** The top of a locale's front, and its breaking-news line. */
export default async function Page(props: PageProps<'/[locale]/newsroom/front'>) {
  const { locale, user, front } = await demandFront(props);
  const [state, shown, { FrontDesk: words, Newsroom }, t] = await Promise.all([
    readFrontState(user, front),
    getFront(front),
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'FrontDesk' }),
  ]);
  if (!state) notFound();
  const top = [shown.lead, ...shown.seconds].map((card) => card?.headline ?? '');
  return (
    <Shell
      locale={locale}
      user={user}
      hasPeople={mayManagePeople(user)}
      path={`/front?in=${front}`}
    >
      <h1>{t('title')}</h1>
      <FrontTabs locale={locale} front={front} label={t('language')} />
      <NextIntlClientProvider
        locale={locale}
        messages={{ FrontDesk: words, Newsroom }}
        timeZone={publication.timeZone}
      >
        <FrontDesk key={front} locale={locale} front={front} state={state} top={top} />
      </NextIntlClientProvider>
    </Shell>
  );
}
