import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EntryPage } from '@/components/newsroom/sign-in/EntryPage';
import { JoinForm } from '@/components/newsroom/sign-in/JoinForm.client';
import { readInvitation } from '@/lib/accounts/invitations';
import { privateLocale } from '../../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/join/[token]'>) {
  const locale = await privateLocale(params);
  const { token } = await params;
  const invited = await readInvitation(token);
  if (!invited) notFound();
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  return (
    <EntryPage title={t('joinTitle', { name: invited.name })}>
      <JoinForm locale={locale} token={token} email={invited.email} />
    </EntryPage>
  );
}
