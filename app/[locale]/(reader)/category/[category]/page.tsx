import { localeOf } from '../../address';
import { categoryHead, CategoryPage } from './category-page';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]/category/[category]'>) {
  const { locale, category } = await params;
  return categoryHead(localeOf(locale), category, 1);
}

export default async function Page({ params }: PageProps<'/[locale]/category/[category]'>) {
  const { locale, category } = await params;
  return <CategoryPage locale={localeOf(locale)} slug={category} page={1} />;
}
