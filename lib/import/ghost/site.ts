import type { ArticleStatus } from '../../content/article.ts';
import { readHtml } from '../../content/html/read-html.ts';
import { textOf } from '../../content/html/tree.ts';
import { addTo, DiskMap } from '../site/disk-map.ts';
import { keyOfSite, unnamedSite } from '../site/key-of-site.ts';
import { Names } from '../site/names.ts';
import {
  LONGEST_POST,
  owned,
  UNPRINTABLE,
  type LeftOut,
  type Named,
  type Site,
  type SitePost,
} from '../site/site-post.ts';
import { textField, type Payload } from './cards.ts';
import { lexicalHtml } from './lexical.ts';
import { mobiledocHtml } from './mobiledoc.ts';
import { ghostRows } from './read-ghost.ts';
import { notice, type Notice } from '../../content/notice.ts';

const STATUSES: Readonly<Record<string, ArticleStatus | undefined>> = {
  published: 'published',
  scheduled: 'scheduled',
  draft: 'draft',
  sent: 'draft',
};
const NAMING = new Set(['users', 'tags', 'posts_tags', 'posts_authors', 'posts_meta', 'posts']);
const OWN_ADDRESS = /__GHOST_URL__/g;

type Relation = [place: number, id: string];

interface Index {
  posts: number;
  /** Whether a post has only a number as its id, so that posts of other sites have the same ids. */
  areNumbered: boolean;
  names: Names;
  users: Map<string, Named>;
  tags: Map<string, { slug: string; name: string; isInternal: boolean }>;
  /** By post: its related rows, each with its position. */
  tagsOf: DiskMap<Relation[]>;
  authorsOf: DiskMap<Relation[]>;
  meta: DiskMap<Payload>;
}

/** Ghost's id of a post: globally unique. */
const OBJECT_ID = /^[0-9a-f]{24}$/;

/**
 * Reads a Ghost site from its export, which does not contain the site's address. The file is read twice: the
 * first time for the rows that posts refer to.
 * @param named - the site's address, if the operator gave it
 * @throws CodedError `site` if the address is needed, since posts have only numbers as ids
 */
export async function ghostSite(
  file: string,
  named?: string,
): Promise<{ site: Site; faults: readonly string[] }> {
  const index: Index = {
    posts: 0,
    areNumbered: false,
    names: new Names(),
    users: new Map(),
    tags: new Map(),
    tagsOf: new DiskMap(),
    authorsOf: new DiskMap(),
    meta: new DiskMap(),
  };
  for await (const { table, row } of ghostRows(file, NAMING)) indexRow(index, table, row);
  if (index.areNumbered && named === undefined) throw unnamedSite(file);
  const site: Site = {
    source: 'ghost',
    ...(named === undefined ? { key: 'ghost', formerKey: null } : keyOfSite(named)),
    base: named ?? null,
    total: index.posts,
    posts: async function* () {
      for await (const { row } of ghostRows(file, new Set(['posts']))) yield readPost(row, index);
    },
    close: () => [index.tagsOf, index.authorsOf, index.meta].forEach((map) => map.close()),
  };
  return { site, faults: [] };
}

const idOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? owned(String(value)) : '';

function indexRow(index: Index, table: string, row: Payload): void {
  const text = (name: string) => owned(textField(row, name));
  const id = idOf(row['id']);
  const relate = (relations: DiskMap<Relation[]>, name: string) =>
    addTo(relations, idOf(row['post_id']), [Number(row['sort_order'] ?? 0), idOf(row[name])]);
  if (table === 'posts') {
    index.posts++;
    index.areNumbered ||= !OBJECT_ID.test(id);
  }
  if (table === 'users') index.users.set(id, index.names.person(text('slug'), text('name'))); // prettier-ignore
  if (table === 'tags') {
    const isInternal = text('name').startsWith('#') || text('visibility') === 'internal';
    index.tags.set(id, { slug: text('slug'), name: text('name'), isInternal });
  }
  if (table === 'posts_tags') relate(index.tagsOf, 'tag_id');
  if (table === 'posts_authors') relate(index.authorsOf, 'author_id');
  if (table === 'posts_meta') {
    const kept = ['meta_title', 'meta_description', 'feature_image_alt', 'feature_image_caption'];
    index.meta.set(
      idOf(row['post_id']),
      Object.fromEntries(kept.map((name) => [name, text(name)])),
    );
  }
}

const inOrder = (relations: readonly Relation[] | undefined): string[] =>
  (relations ?? []).toSorted(([one], [other]) => one - other).map(([, id]) => id);

function readPost(row: Payload, index: Index): SitePost | LeftOut {
  const text = (...names: string[]) => textField(row, ...names).replace(UNPRINTABLE, '');
  const id = idOf(row['id']);
  const name = `${id} “${text('title').slice(0, 80)}”`;
  if (text('type') === 'page' || row['page'] === 1 || row['page'] === true)
    return { kind: 'pages', name };
  const status = STATUSES[text('status')];
  if (!status) return { kind: `posts with the status “${text('status')}”`, name };
  if (!/^\w{1,40}$/.test(id)) return { kind: 'posts without an id', name };

  const notes: Notice[] = [];
  const note = (reason: Notice) => void notes.push(reason);
  const html = htmlOf(row, note);
  if (html.length > LONGEST_POST)
    return { kind: `posts of more than ${LONGEST_POST} characters`, name };
  const visibility = text('visibility');
  const isLocked = visibility !== '' && visibility !== 'public';
  if (isLocked) note(notice`It was for ${visibility} only: it is a draft now.`);
  if (text('status') === 'sent') note(notice`It was sent as a letter only: it is a draft now.`);
  if (text('codeinjection_head', 'codeinjection_foot'))
    note(notice`Its code injection was left out.`);

  const meta = index.meta.get(id) ?? {};
  const textOrMeta = (key: string) => text(key) || textField(meta, key);
  const tags = inOrder(index.tagsOf.get(id)).flatMap((tag) => index.tags.get(tag) ?? []);
  const internal = tags.filter(({ isInternal }) => isInternal).map((tag) => tag.name);
  if (internal.length > 0) note(notice`Internal tags were left out: ${internal.join(', ')}.`);
  const authors = inOrder(index.authorsOf.get(id));
  const single = idOf(row['author_id']);
  const isPublic = status === 'published' && text('status') === 'published' && !isLocked;
  const picture = text('feature_image', 'image').replace(OWN_ADDRESS, '');
  return {
    id,
    title: text('title').trim(),
    html,
    linesMatter: false,
    standfirst: text('custom_excerpt').trim(),
    slug: text('slug'),
    status: isLocked ? 'draft' : status,
    publishedAt: momentOf(row['published_at']) ?? momentOf(row['updated_at']),
    updatedAt: isPublic ? momentOf(row['updated_at']) : null,
    authors: (authors.length > 0 ? authors : [single]).flatMap((one) => index.users.get(one) ?? []),
    // Ghost has tags only: the first that is a category of ours is the category, the rest are topics.
    categories: tags
      .filter(({ isInternal }) => !isInternal)
      .map((tag) => [{ slug: tag.slug, name: tag.name }]),
    topics: [],
    language: text('locale') || null,
    group: null,
    leadPicture: picture
      ? {
          src: picture,
          alt: textOrMeta('feature_image_alt'),
          caption: textOrMeta('feature_image_caption'),
        }
      : null,
    seo: { title: textOrMeta('meta_title'), description: textOrMeta('meta_description') },
    address: isPublic && text('slug') ? `/${text('slug')}/` : null,
    notes,
  };
}

const GATE = /<!--\s*kg-gated-block:begin([^<>]*)-->/;
const GATE_END = /<!--\s*kg-gated-block:end\s*-->/;

/** Ghost's HTML without the parts that only members read. */
function ungated(html: string, note: (reason: Notice) => void): string {
  const [open = '', ...parts] = html.split(GATE);
  let text = open;
  // After a split by a pattern with a group, every second piece is the group's match.
  for (let at = 0; at < parts.length; at += 2) {
    const [inside = '', ...after] = (parts[at + 1] ?? '').split(GATE_END);
    const isHidden = /nonMember:\s*false/.test(parts[at] ?? '');
    if (isHidden) note(notice`A part that only members read was left out.`);
    text += (isHidden ? '' : inside) + after.join('');
  }
  return text;
}

/** The post's HTML: as Ghost rendered it for readers, or else made from the format of its editors. */
function htmlOf(row: Payload, note: (reason: Notice) => void): string {
  const sources = [
    () => ungated(textField(row, 'html'), note),
    () => lexicalHtml(textField(row, 'lexical') || '{}', note),
    () => mobiledocHtml(textField(row, 'mobiledoc') || '{}', note),
  ];
  for (const source of sources) {
    try {
      const html = source().replace(OWN_ADDRESS, '').replace(UNPRINTABLE, '');
      if (html !== '') return html;
    } catch {
      note(notice`What the editor stored of it cannot be read.`);
    }
  }
  return textOf(readHtml(textField(row, 'plaintext')));
}

/** Ghost writes ISO 8601; its first versions wrote milliseconds. */
function momentOf(value: unknown): Date | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const moment = new Date(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
