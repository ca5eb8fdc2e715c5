/** The first pass over an export: collects the data that its posts refer to, wherever it is in the file. */
import { addTo, DiskMap } from '../site/disk-map.ts';
import { Names } from '../site/names.ts';
import { owned, type Named } from '../site/site-post.ts';
import { wxrParts, type WxrItem } from './read-wxr.ts';

export interface Attachment {
  src: string;
  alt: string;
  /** HTML. */
  caption: string;
  /** The picture's credit, from a plug-in for credits. */
  credit: string;
}
export interface WxrIndex {
  /** Address of the site's front page. */
  base: string | null;
  posts: number;
  names: Names;
  /** By login. */
  authors: Map<string, string>;
  /** By the term's slug: its name and the slug of its parent category. */
  categories: Map<string, { name: string; parent: string; id: string }>;
  attachments: DiskMap<Attachment>;
  /** Ids of the attachments of a post. */
  children: DiskMap<string[]>;
  /** Contents of blocks that posts share, by id. */
  sharedBlocks: DiskMap<string>;
  faults: string[];
}

/**
 * Reads an export (WXR) once and keeps what its posts refer to: names, authors, pictures, shared blocks.
 * @throws the error of the file where it cannot be read
 */
export async function indexWxr(file: string): Promise<WxrIndex> {
  const index: WxrIndex = {
    base: null,
    posts: 0,
    names: new Names(),
    authors: new Map(),
    categories: new Map(),
    attachments: new DiskMap(),
    children: new DiskMap(),
    sharedBlocks: new DiskMap(),
    faults: [],
  };
  for await (const part of wxrParts(file)) {
    if (part.kind === 'fault') index.faults.push(part.reason);
    else if (part.kind === 'item') indexItem(index, part.item);
    else if (part.kind === 'site') {
      const isAddress = part.name === 'link' || (part.name === 'wp:base_blog_url' && !index.base);
      if (isAddress && URL.canParse(part.text)) index.base = `${part.text.replace(/\/+$/, '')}/`;
    } else {
      const field = (name: string) => owned(part.fields.get(`wp:${name}`) ?? '');
      if (part.name === 'wp:author')
        index.authors.set(field('author_login'), field('author_display_name'));
      if (part.name === 'wp:category')
        index.categories.set(field('category_nicename'), {
          name: field('cat_name'),
          parent: field('category_parent'),
          id: field('term_id'),
        });
    }
  }
  // In the order of the file, so that of two people with one name the same one gets the slug without a suffix
  // each time.
  for (const [login, name] of index.authors) index.names.person(login, name || login);
  return index;
}

function indexItem(index: WxrIndex, { fields, meta }: WxrItem): void {
  const field = (name: string) => owned(fields.get(name) ?? '');
  const type = fields.get('wp:post_type');
  if (type === 'post') index.posts++;
  if (type === 'wp_block') index.sharedBlocks.set(field('wp:post_id'), field('content:encoded'));
  if (type !== 'attachment') return;
  const id = field('wp:post_id');
  index.attachments.set(id, {
    src: field('wp:attachment_url') || field('guid'),
    alt: owned(meta.get('_wp_attachment_image_alt') ?? ''),
    caption: field('excerpt:encoded'),
    credit: owned(creditOf(meta)),
  });
  const parent = field('wp:post_parent');
  if (parent !== '' && parent !== '0') addTo(index.children, parent, id);
}

/**
 * A picture's credit from the plug-ins Media Credit, Navis and Newspack; two of them store the agency
 * separately.
 */
const creditOf = (meta: WxrItem['meta']): string =>
  ['_media_credit', '_navis_media_credit_org']
    .map((name) => meta.get(name) ?? '')
    .filter(Boolean)
    .join(' / ');

/** A category and its parents, from the inside out; a cycle ends. */
export function wayOf(index: WxrIndex, slug: string, name: string): Named[] {
  const way: Named[] = [];
  const seen = new Set<string>();
  for (let at = slug; at && !seen.has(at);) {
    seen.add(at);
    const entry = index.categories.get(at);
    way.push({ slug: decoded(at), name: entry?.name || (at === slug ? name : at) });
    at = entry?.parent ?? '';
  }
  return way;
}

/**
 * Decodes a slug: WordPress stores one in non-Latin letters percent-encoded; invalid encoding stays as it is.
 */
export function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
