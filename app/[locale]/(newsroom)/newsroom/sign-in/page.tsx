import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EntryPage } from '@/components/newsroom/sign-in/EntryPage';
import { SignInForm } from '@/components/newsroom/sign-in/SignInForm.client';
import controls from '@/components/newsroom/ui/controls.module.css';
import { canSend } from '@/lib/mail/send';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { privateLocale, signedIn } from '../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/sign-in'>) {
  const locale = await privateLocale(params);
  if (await signedIn()) redirect(newsroomAddress(locale));
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const doors = await getTranslations({ locale, namespace: 'Doors' });
  return (
    <EntryPage title={t('signInTitle')}>
      <SignInForm
        locale={locale}
        more={canSend() && <a href={newsroomAddress(locale, '/forgotten')}>{doors('forgotten')}</a>}
      />
      {!canSend() && <p className={controls.note}>{doors('askChief')}</p>}
    </EntryPage>
  );
}
