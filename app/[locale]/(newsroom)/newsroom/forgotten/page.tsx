import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EntryPage } from '@/components/newsroom/sign-in/EntryPage';
import { ForgottenForm } from '@/components/newsroom/sign-in/ForgottenForm.client';
import { canSend } from '@/lib/mail/send';
import { privateLocale } from '../entry';

/** Only where mail can be sent: elsewhere an editor-in-chief hands over a link. */
export default async function Page({ params }: PageProps<'/[locale]/newsroom/forgotten'>) {
  const locale = await privateLocale(params);
  if (!canSend()) notFound();
  const t = await getTranslations({ locale, namespace: 'Doors' });
  return (
    <EntryPage title={t('forgottenTitle')}>
      <ForgottenForm locale={locale} />
    </EntryPage>
  );
}
