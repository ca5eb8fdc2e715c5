import { localeOf, pageOf } from '../../../../address';
import { categoryHead, CategoryPage } from '../../category-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/category/[category]/page/[page]'>;

export async function generateMetadata({ params }: Props) {
  const { locale, category, page } = await params;
  return categoryHead(localeOf(locale), category, pageOf(page));
}

export default async function Page({ params }: Props) {
  const { locale, category, page } = await params;
  return <CategoryPage locale={localeOf(locale)} slug={category} page={pageOf(page)} />;
}
