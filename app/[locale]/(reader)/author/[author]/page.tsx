import { localeOf } from '../../address';
import { peopleHead, PeoplePage, type PeoplePageProps } from '../../people-page';

export const dynamic = 'force-dynamic';

async function propsOf(
  params: PageProps<'/[locale]/author/[author]'>['params'],
): Promise<PeoplePageProps> {
  const { locale, author } = await params;
  return { kind: 'author', locale: localeOf(locale), slug: author, page: 1 };
}

export async function generateMetadata({ params }: PageProps<'/[locale]/author/[author]'>) {
  return peopleHead(await propsOf(params));
}

export default async function Page({ params }: PageProps<'/[locale]/author/[author]'>) {
  return <PeoplePage {...await propsOf(params)} />;
}
