import { localeOf } from '../../address';
import { peopleHead, PeoplePage, type PeoplePageProps } from '../../people-page';

export const dynamic = 'force-dynamic';

async function propsOf(
  params: PageProps<'/[locale]/topic/[topic]'>['params'],
): Promise<PeoplePageProps> {
  const { locale, topic } = await params;
  return { kind: 'topic', locale: localeOf(locale), slug: topic, page: 1 };
}

export async function generateMetadata({ params }: PageProps<'/[locale]/topic/[topic]'>) {
  return peopleHead(await propsOf(params));
}

export default async function Page({ params }: PageProps<'/[locale]/topic/[topic]'>) {
  return <PeoplePage {...await propsOf(params)} />;
}
