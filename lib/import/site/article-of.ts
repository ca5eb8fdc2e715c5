import { bodySchema } from '../../content/body/body.ts';
import type { FrontMatter } from '../../content/front-matter/front-matter.ts';
import { parseHtml } from '../../content/html/parse.ts';
import { paragraphOf } from '../../content/html/inlines.ts';
import { notice, type Notice } from '../../content/notice.ts';
import { readHtml, wordsOf } from '../../content/html/read-html.ts';
import { QUOTES } from '../../i18n/locale-tables.generated.ts';
import { SLUG_PATTERN, slugFor } from '../../content/slug.ts';
import type { ImportedArticle, ImportedPicture } from '../../newsroom/import/imported-article.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { cutPicture } from '../cut-picture.ts';
import type { PlacedPost } from './place-post.ts';
import type { Named, SitePost } from './site-post.ts';

const MOST_NAMED = 20;

export interface MadeArticle {
  article: ImportedArticle;
  pictures: ImportedPicture[];
  authors: Named[];
  topics: Named[];
  /** Content that could not be imported unchanged, and how it was changed. */
  notes: Notice[];
}

/**
 * Makes an article from a post: cuts its pictures and converts its body.
 * @param options.now - an update time after it is ignored
 * @param options.lost - pictures of the portal with missing files
 */
export async function articleOf(
  placed: PlacedPost,
  options: { base: string | null; now: Date; dryRun: boolean; lost: ReadonlySet<string> },
): Promise<Result<MadeArticle, Notice>> {
  const { post, locale, story, category, sourceName, sourceHash } = placed;
  const notes = [...placed.notes];
  const pictures = await cutPictures(placed.files, options, notes);
  const { body, problems } = parseHtml(readHtml(post.html), {
    base: post.address ?? options.base,
    linesMatter: post.linesMatter,
    quotes: QUOTES[locale].slice(0, 2) as [string, string],
    imageIdOf: (src) => pictures.get(src)?.imageId ?? null,
  });
  notes.push(...problems);

  /** Cuts a text to its limit; the whole text goes into the body, so that nothing is lost. */
  const fitted = (what: string, text: string, longest: number) => {
    if (text.length <= longest) return text;
    notes.push(
      notice`The ${what} was longer than ${longest} characters: the full text was put into the body.`,
    );
    body.content.unshift(paragraphOf(text));
    return `${text.slice(0, longest - 1).trimEnd()}…`;
  };
  const least = (what: string, named: readonly Named[]) => {
    if (named.length <= MOST_NAMED) return [...named];
    const over = named.slice(MOST_NAMED).map(({ name }) => name);
    notes.push(notice`More than ${MOST_NAMED} ${what}: ${over.join(', ')} left out.`);
    return named.slice(0, MOST_NAMED);
  };
  if (post.title === '') notes.push(notice`It had no headline: its number became the headline.`);
  const dates = datesOf(post, options.now, notes);
  const lead = post.leadPicture;
  const leadPicture = lead && pictures.get(lead.src);
  if (lead && !leadPicture)
    notes.push(notice`The lead picture ${lead.src} is not among the media.`);
  const authors = least('authors', post.authors);
  const topics = least('topics', placed.topics);
  const standfirst = fitted('standfirst', post.standfirst, 1000);
  const headline = fitted('headline', post.title || `№ ${post.id}`, 300);
  const { title, description } = post.seo;
  const frontMatter: FrontMatter = {
    story,
    locale,
    category,
    headline,
    ...dates,
    ...(standfirst && { standfirst }),
    authors: authors.map(({ slug }) => slug),
    topics: topics.map(({ slug }) => slug),
    ...(lead && leadPicture && { image: imageOf(lead) }),
    views: 0,
    corrections: [],
    seo: {
      ...(title && { title: title.slice(0, 300) }),
      ...(description && { description: description.slice(0, 1000) }),
    },
  };
  const checked = bodySchema.safeParse(body);
  if (!checked.success)
    return refuse(notice`the text is no valid article: ${checked.error.issues[0]?.message ?? ''}`);
  const slug = SLUG_PATTERN.test(post.slug) ? post.slug.slice(0, 120) : slugFor(post.slug);
  return ok({
    article: {
      frontMatter,
      body,
      imageId: leadPicture?.imageId ?? null,
      sourceName,
      sourceHash,
      ...(SLUG_PATTERN.test(slug) && { preferredSlug: slug }),
    },
    pictures: [...pictures.values()],
    authors,
    topics,
    notes,
  });
}

/** Cuts a post's pictures; those that cannot be cut are noted. */
async function cutPictures(
  files: PlacedPost['files'],
  options: { dryRun: boolean; lost: ReadonlySet<string> },
  notes: Notice[],
): Promise<Map<string, ImportedPicture>> {
  const pictures = new Map<string, ImportedPicture>();
  for (const [src, path] of files) {
    const name = path.split('/').at(-1) ?? 'picture';
    const cut = await cutPicture({ path, sourceName: name, ...options });
    if (cut.ok) pictures.set(src, cut.value);
    else
      notes.push({
        kind: `A picture was left out: ${cut.refusal}.`,
        text: `The picture ${src} was left out: ${cut.refusal}.`,
      });
  }
  return pictures;
}

/** The status and the times of a post; what is wrong with them is noted. */
function datesOf(
  post: SitePost,
  now: Date,
  notes: Notice[],
): Pick<FrontMatter, 'publishedAt' | 'updatedAt' | 'status'> {
  const { publishedAt, updatedAt } = post;
  const isAhead = updatedAt !== null && updatedAt > now;
  if (isAhead) notes.push(notice`Its last change is in the future: it was left out.`);
  const isUpdate = publishedAt && updatedAt && updatedAt > publishedAt && !isAhead;
  const isHidden = /^(draft|in_review)$/.test(post.status);
  if (!publishedAt && !isHidden) notes.push(notice`It had no date: it became a draft.`);
  return {
    ...(publishedAt && { publishedAt }),
    ...(isUpdate && { updatedAt }),
    status: publishedAt || isHidden ? post.status : 'draft',
  };
}

function imageOf(lead: NonNullable<SitePost['leadPicture']>): NonNullable<FrontMatter['image']> {
  const caption = wordsOf(lead.caption ?? '').slice(0, 2000);
  const credit = lead.credit?.slice(0, 500);
  return {
    src: lead.src,
    alt: lead.alt.slice(0, 1000),
    ...(caption && { caption }),
    ...(credit && { credit }),
  };
}
