/** The fields of SEO plug-ins; the first one with a value has priority. */
const TITLES = [
  '_yoast_wpseo_title',
  'rank_math_title',
  '_aioseo_title',
  '_aioseop_title',
  '_seopress_titles_title',
];
const DESCRIPTIONS = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
  '_seopress_titles_desc',
];
const PRIMARY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category'];

/** `%%title%%`, `%title%`, `#post_title`: variables of the plug-in, not written text. */
const VARIABLE = /%%?\w+%%?|#(?:post|site|page|author|categor|taxonomy|separator)\w*/;

type Meta = ReadonlyMap<string, string>;
const written = (meta: Meta, names: readonly string[]): string =>
  names
    .map((name) => meta.get(name)?.trim() ?? '')
    .find((text) => text !== '' && !VARIABLE.test(text)) ?? '';

/** Title and description for search engines, as the known SEO plugins store them; '' where none did. */
export const seoOf = (meta: Meta): { title: string; description: string } => ({
  title: written(meta, TITLES),
  description: written(meta, DESCRIPTIONS),
});

/** The id of the post's primary category. */
export const primaryCategoryOf = (meta: Meta): string => written(meta, PRIMARY);
