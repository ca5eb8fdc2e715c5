import { publication } from '@/publication.config';

/** A category of the publication; the first one for a slug that is none. */
export const categorySlug = (slug: string) =>
  (publication.categories.find((category) => category.slug === slug) ?? publication.categories[0])
    .slug;
