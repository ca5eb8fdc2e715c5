import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EntryPage } from '@/components/newsroom/EntryPage';
import { SignInForm } from '@/components/newsroom/SignInForm.client';
import { privateLocale, signedIn } from '../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/sign-in'>) {
  const locale = await privateLocale(params);
  if (await signedIn()) redirect(`/${locale}/newsroom`);
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  return (
    <EntryPage title={t('signInTitle')}>
      <SignInForm locale={locale} />
    </EntryPage>
  );
}
