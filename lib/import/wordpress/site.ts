import type { ArticleStatus } from '../../content/article.ts';
import { wordsOf } from '../../content/html/read-html.ts';
import { keyOfSite, unnamedSite } from '../site/key-of-site.ts';
import { topicOf } from '../site/names.ts';
import { LONGEST_POST, type LeftOut, type Site, type SitePost } from '../site/site-post.ts';
import { showFootnotes } from './footnotes.ts';
import { decoded, indexWxr, wayOf, type WxrIndex } from './index-wxr.ts';
import { momentOf } from './moments.ts';
import { wxrParts, type WxrItem } from './read-wxr.ts';
import { primaryCategoryOf, seoOf } from './seo.ts';
import { creditPictures, expandShortcodes } from './shortcodes.ts';
import { notice, type Notice } from '../../content/notice.ts';

const STATUSES: Readonly<Record<string, ArticleStatus | undefined>> = {
  publish: 'published',
  future: 'scheduled',
  draft: 'draft',
  pending: 'in_review',
  private: 'draft',
};
/** Items that WordPress uses only internally. */
const INTERNAL =
  /^(attachment|revision|nav_menu_item|wp_.*|custom_css|customize_changeset|oembed_cache|user_request)$/;
/** Fields that a plug-in or WordPress itself needs, or that are imported. */
const KNOWN_META = /^_|^(wpml_|rank_math_|yoast)|^footnotes$/;
/** Taxonomies of WordPress and its language and author plug-ins, whose data is imported in another way. */
const KNOWN_TERMS = /^(category|post_tag|language|post_translations|term_\w+|author)$/;

/**
 * Reads a WordPress site from its export. The file is read twice: the first time for the data that posts
 * refer to.
 * @param named - the site's address, if the operator gave it
 * @throws CodedError `site` if neither the export nor the operator gives the address
 */
export async function wordpressSite(
  file: string,
  named?: string,
): Promise<{ site: Site; faults: readonly string[] }> {
  const index = await indexWxr(file);
  const address = named ?? index.base;
  if (!address) throw unnamedSite(file);
  const site: Site = {
    source: 'wordpress',
    ...keyOfSite(address),
    base: index.base ?? address,
    total: index.posts,
    posts: async function* () {
      for await (const part of wxrParts(file))
        if (part.kind === 'item') yield readItem(part.item, index);
    },
    close: () =>
      [index.attachments, index.children, index.sharedBlocks].forEach((map) => map.close()),
  };
  return { site, faults: index.faults };
}

function readItem(item: WxrItem, index: WxrIndex): SitePost | LeftOut {
  const field = (name: string) => item.fields.get(name) ?? '';
  const type = field('wp:post_type');
  const id = field('wp:post_id');
  const name = `${id} “${wordsOf(field('title')).slice(0, 80)}”`;
  if (type !== 'post')
    return { kind: `items of the type ${type}`, name: INTERNAL.test(type) ? null : name };
  const status = STATUSES[field('wp:status')];
  if (!status) return { kind: `posts with the status “${field('wp:status')}”`, name };
  if (!/^\d{1,12}$/.test(id)) return { kind: 'posts without a number', name };
  if (field('content:encoded').length > LONGEST_POST)
    return { kind: `posts of more than ${LONGEST_POST} characters`, name };

  const notes: Notice[] = [];
  const note = (reason: Notice) => void notes.push(reason);
  const isLocked = field('wp:post_password') !== '';
  if (isLocked) note(notice`It had a password: it is a draft now.`);
  if (field('wp:status') === 'private') note(notice`It was private: it is a draft now.`);
  if (item.comments > 0) note(notice`Comments were not imported (${item.comments}).`);
  const strange = [...item.meta.keys()].filter((key) => !KNOWN_META.test(key));
  if (strange.length > 0)
    note(notice`Custom fields were not imported: ${strange.slice(0, 20).join(', ')}.`);

  if (field('wp:is_sticky') === '1') note(notice`It was kept on top of the front: it is not here.`);
  const series = item.terms.filter(({ taxonomy }) => /series/.test(taxonomy));
  for (const { name: title } of series) note(notice`The series “${title}” became a topic.`);
  for (const { taxonomy, name: title } of item.terms)
    if (!KNOWN_TERMS.test(taxonomy) && !/series/.test(taxonomy))
      note({
        kind: `Its ${taxonomy} was not imported.`,
        text: `Its ${taxonomy} “${title}” was not imported.`,
      });

  const content = field('content:encoded');
  const attachment = (number: string) => index.attachments.get(number);
  const withNotes = showFootnotes(content, item.meta.get('footnotes'), note);
  const html = expandShortcodes(creditPictures(withNotes, attachment), {
    postId: id,
    attachment,
    childrenOf: (post) => index.children.get(post) ?? [],
    sharedBlock: (number) => index.sharedBlocks.get(number),
    report: note,
  });
  const isPublic = status === 'published' && !isLocked;
  const meta = (key: string) => item.meta.get(key)?.trim() ?? '';
  const publishedAt = momentOf(field('wp:post_date_gmt'), field('wp:post_date'));
  const modifiedAt = momentOf(field('wp:post_modified_gmt'), field('wp:post_modified'));
  return {
    id,
    title: wordsOf(field('title')),
    html,
    linesMatter: !content.includes('<!-- wp:'),
    standfirst: wordsOf(field('excerpt:encoded')),
    slug: decoded(field('wp:post_name')),
    status: isLocked ? 'draft' : status,
    publishedAt: publishedAt ?? modifiedAt,
    updatedAt: isPublic ? modifiedAt : null,
    authors: authorsOf(item, index),
    categories: categoriesOf(item, index),
    topics: item.terms
      .filter(({ taxonomy }) => taxonomy === 'post_tag' || /series/.test(taxonomy))
      .map((term) => topicOf(decoded(term.slug), term.name)),
    language:
      item.terms.find(({ taxonomy }) => taxonomy === 'language')?.slug ||
      meta('_wpml_import_language_code') ||
      null,
    group:
      item.terms.find(({ taxonomy }) => taxonomy === 'post_translations')?.slug ||
      meta('_wpml_import_translation_group') ||
      null,
    leadPicture: index.attachments.get(meta('_thumbnail_id')) ?? null,
    seo: seoOf(item.meta),
    address: isPublic ? field('link').trim() || null : null,
    notes,
  };
}

/** The post's authors: several from the plug-in Co-Authors Plus, else WordPress's own author. */
function authorsOf({ terms, fields }: WxrItem, { authors, names }: WxrIndex) {
  const together = terms.filter(({ taxonomy }) => taxonomy === 'author');
  const logins = together.map(({ slug, name }) => [slug.replace(/^cap-/, ''), name] as const);
  const creator = fields.get('dc:creator')?.trim() ?? '';
  const named = logins.length > 0 ? logins : creator ? [[creator, creator] as const] : [];
  return named.map(([login, name]) => names.person(login, authors.get(login) || name));
}

/** The post's categories, Yoast's primary category first. */
function categoriesOf({ terms, meta }: WxrItem, index: WxrIndex) {
  const primary = primaryCategoryOf(meta);
  const isPrimary = (slug: string) => primary !== '' && index.categories.get(slug)?.id === primary;
  return terms
    .filter(({ taxonomy }) => taxonomy === 'category')
    .toSorted((one, other) => Number(isPrimary(other.slug)) - Number(isPrimary(one.slug)))
    .map(({ slug, name }) => wayOf(index, slug, name));
}
