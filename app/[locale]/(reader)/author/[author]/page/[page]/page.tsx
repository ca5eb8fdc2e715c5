import { localeOf, pageOf } from '../../../../address';
import { peopleHead, PeoplePage, type PeoplePageProps } from '../../../../people-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/author/[author]/page/[page]'>;

async function propsOf(params: Props['params']): Promise<PeoplePageProps> {
  const { locale, author, page } = await params;
  return { kind: 'author', locale: localeOf(locale), slug: author, page: pageOf(page) };
}

export async function generateMetadata({ params }: Props) {
  return peopleHead(await propsOf(params));
}

export default async function Page({ params }: Props) {
  return <PeoplePage {...await propsOf(params)} />;
}
