import { createHash } from 'node:crypto';
import type { Locale } from '../../i18n/locales.ts';
import { refuse, ok, type Result } from '../../result.ts';
import { pictureSources } from '../../content/html/pictures.ts';
import { readHtml } from '../../content/html/read-html.ts';
import { notice, type Notice } from '../../content/notice.ts';
import { placeInCategory } from './categories.ts';
import type { DiskMap } from './disk-map.ts';
import { localeOf } from './languages.ts';
import { mediaFile } from './media.ts';
import { topicOf } from './names.ts';
import { digest, type Named, type Site, type SitePost } from './site-post.ts';

/** Raise it when the same export gives other articles than before: all of them are then written again. */
const VERSION = 2;

export interface PlaceOptions {
  locale: Locale;
  /** The category for posts that match no category of the portal. */
  category: string | null;
  /** The folder of the site's pictures. */
  media: string | null;
}

/** A post with its place in the portal: story, locale and category are known. */
export interface PlacedPost {
  post: SitePost;
  story: string;
  locale: Locale;
  category: string;
  topics: Named[];
  sourceName: string;
  sourceHash: string;
  /** Files of pictures by their address in the post. */
  files: Map<string, string>;
  notes: Notice[];
}

/**
 * Decides where a post belongs.
 * @param imported - the groups and locales of this import so far; two posts of a group in one locale become two
 *   stories
 */
export async function placePost(
  site: Site,
  post: SitePost,
  options: PlaceOptions,
  imported: DiskMap<string>,
): Promise<Result<PlacedPost, Notice>> {
  const notes = [...post.notes];
  const locale = post.language === null ? options.locale : localeOf(post.language);
  if (!locale)
    return refuse(notice`its language is “${post.language ?? ''}”, which the portal does not have`);
  const { category: own, others } = placeInCategory(post);
  const category = own ?? options.category;
  const named = others.map(({ name }) => `“${name}”`).join(', ');
  if (!category) {
    return refuse(
      named
        ? notice`the portal has none of its categories: ${named}; name one by --category`
        : notice`it has no category; name one by --category`,
    );
  }
  // In Ghost every tag may be one of our categories.
  if (others.length > 0 && site.source === 'wordpress')
    notes.push(notice`The categories ${named} became topics.`);
  if (!own) notes.push(notice`It was put into the category ${category}.`);

  const plain = `${site.key}-${post.id}`;
  const group = post.group === null ? null : `${site.key}-${digest(post.group)}`;
  const translation = group && `${group}.${locale}`;
  const holder = translation ? imported.get(translation) : undefined;
  if (translation && holder === undefined) imported.set(translation, post.id);
  const isFirst = holder === undefined || holder === post.id;
  if (!isFirst)
    notes.push(notice`${holder} already is its story in ${locale}: it became one of its own.`);

  const sources = options.media === null ? [] : pictureSources(readHtml(post.html));
  const lead = options.media !== null && post.leadPicture ? [post.leadPicture.src] : [];
  const files = new Map<string, string>();
  const sizes: [string, number][] = [];
  for (const src of new Set([...lead, ...sources])) {
    const file = await mediaFile(options.media ?? '', src);
    if (!file) continue;
    files.set(src, file.path);
    sizes.push([src, file.size]);
  }
  const leftOver = others.map(({ slug, name }) => topicOf(slug, name));
  const topics = [...new Map([...post.topics, ...leftOver].map((one) => [one.slug, one])).values()];
  return ok({
    post,
    story: isFirst && group ? group : plain,
    locale,
    category,
    topics,
    sourceName: `${site.source}:${site.key}:${post.id}`,
    sourceHash: createHash('sha256')
      .update(JSON.stringify([VERSION, post, locale, category, sizes]))
      .digest('base64url'),
    files,
    notes,
  });
}
