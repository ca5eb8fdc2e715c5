import { MediaLibrary } from '@/components/newsroom/media/MediaLibrary.client';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/accounts/permissions';
import { demandUser, privateLocale } from '../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/media'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path="/media">
      <MediaLibrary locale={locale} />
    </Shell>
  );
}
