import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { CATEGORY_SLUGS } from '../content/categories.ts';
import { bodySchema } from '../content/body/body.ts';
import { checkFields, type FrontMatter } from '../content/front-matter/front-matter.ts';
import { readHead, type Fault, type Head } from '../content/front-matter/head.ts';
import { parseMarkdown, pictureSources } from '../content/markdown/parse.ts';
import { expandShortcodes } from '../content/markdown/shortcodes.ts';
import { slugFor } from '../content/slug.ts';
import type { Locale } from '../i18n/locales.ts';
import type { ImportedArticle, ImportedPicture } from '../newsroom/import/imported-article.ts';
import { readMarkdownAside } from '../newsroom/markdown/read-markdown-aside.ts';
import { ok, refuse, type Result } from '../result.ts';
import { cutPicture } from './cut-picture.ts';
import { decodeText } from './decode-text.ts';
import { isForeign, translateHead, type TranslatedHead } from './foreign-head.ts';
import type { PeopleByName } from './people-by-name.ts';
import { findPicture, hashWithPictures } from './read-folder.ts';

/** Maximum milliseconds for reading one text. */
const READ_TIME = 30_000;

export interface ReadArticle {
  article: ImportedArticle;
  pictures: ImportedPicture[];
  /** Former addresses. */
  aliases: string[];
  /** Content that could not be imported unchanged. */
  warnings: Fault[];
}

export interface ReaderOptions {
  folder: string;
  dryRun: boolean;
  locale: Locale;
  category: string | null;
  media: string | null;
  /** Pictures of the portal with missing files. */
  lost: ReadonlySet<string>;
  people: PeopleByName;
}

/**
 * Makes articles from a folder's files, one after the other, and records how it read other systems' fields.
 */
export class ArticleReader {
  readonly people: PeopleByName;
  readonly #options: ReaderOptions;
  /** The file of each story and locale. */
  readonly #fileOf = new Map<string, string>();
  #foreign = 0;
  readonly #taken = new Set<string>();
  readonly #leftOut = new Map<string, number>();

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.people = options.people;
  }

  /** @param knownHash - that of the last import; a file with the same hash is not read again */
  async read(
    file: string,
    knownHash: string | null,
  ): Promise<Result<ReadArticle | 'unchanged', Fault[]>> {
    const { folder, media } = this.#options;
    const decoded = decodeText(await readFile(join(folder, file)));
    if (!decoded.ok) return refuse([{ line: 1, reason: decoded.refusal }]);
    const { text, guessed } = decoded.value;
    const sourceHash = await hashWithPictures({ folder, file, media }, text);
    if (knownHash === sourceHash) return ok('unchanged');
    const head = readHead(text);
    if (!head.ok) return head;
    const made = await this.#make(file, head.value, sourceHash);
    if (made.ok && guessed)
      made.value.warnings.unshift({
        line: 1,
        reason: `it was read as ${guessed}: check its characters`,
      });
    return made;
  }

  async #make(file: string, head: Head, sourceHash: string): Promise<Result<ReadArticle, Fault[]>> {
    const { folder, media, dryRun, lost } = this.#options;
    const theirs = isForeign(head) ? this.#translate(file, head) : null;
    const checked = checkFields({ ...head, fields: theirs?.fields ?? head.fields }, CATEGORY_SLUGS);
    if (!checked.ok) return checked;
    const ahead = correctedLater(checked.value);
    if (ahead) return refuse([{ line: head.lineOf(['corrections']), reason: ahead }]);
    const translation = `${checked.value.story}.${checked.value.locale}`;
    const other = this.#fileOf.get(translation);
    if (other) {
      const { story, locale } = checked.value;
      return refuse([{ line: 1, reason: `${other} already is the story ${story} in ${locale}` }]);
    }
    this.#fileOf.set(translation, file);
    const warnings = (theirs?.notes ?? []).map((reason) => ({ line: 1, reason }));
    const frontMatter = this.#settled(checked.value, (reason) =>
      warnings.push({ line: 1, reason }),
    );
    if (!checked.value.publishedAt && !('status' in (theirs?.fields ?? head.fields)))
      warnings.push({ line: 1, reason: 'it has no date: it became a draft' });

    const written = await readMarkdownAside(head.markdown, READ_TIME);
    if (!written.ok) return refuse([{ line: head.line, reason: written.refusal }]);
    const expanded = expandShortcodes(head.markdown, written.value);
    const again =
      expanded.markdown === head.markdown
        ? written
        : await readMarkdownAside(expanded.markdown, READ_TIME);
    if (!again.ok) return refuse([{ line: head.line, reason: again.refusal }]);
    const root = again.value;
    const pictures = new Map<string, ImportedPicture>();
    const lead = frontMatter.image?.src;
    for (const src of new Set([...(lead ? [lead] : []), ...pictureSources(root)])) {
      const path = await findPicture({ folder, file, media }, src);
      const line = lineOf(head, src);
      // An address with a scheme, or an absolute path, is in no folder.
      const isElsewhere = theirs !== null || /^([a-z][a-z\d+.-]*:|\/)/i.test(src);
      if (!path && isElsewhere) {
        if (src === lead)
          warnings.push({ line, reason: `the lead picture ${src} is not among the files` });
        continue;
      }
      const cut = path
        ? await cutPicture({ path, sourceName: nameOf(folder, path), dryRun, lost })
        : refuse('there is no such file in the folder');
      if (!cut.ok) return refuse([{ line, reason: `the picture ${src}: ${cut.refusal}` }]);
      pictures.set(src, cut.value);
    }
    const { body, problems } = parseMarkdown(root, (src) => pictures.get(src)?.imageId ?? null);
    const valid = bodySchema.safeParse(body);
    if (!valid.success) {
      const reason = `the text is no valid article: ${valid.error.issues[0]?.message}`;
      return refuse([{ line: head.line, reason }]);
    }
    const inText = [...expanded.problems, ...problems].map((problem) => ({
      line: problem.line + head.line - 1,
      reason: problem.reason,
    }));
    return ok({
      article: {
        frontMatter,
        body,
        imageId: (lead && pictures.get(lead)?.imageId) ?? null,
        sourceName: file,
        sourceHash,
        ...(theirs?.preferredSlug && { preferredSlug: theirs.preferredSlug }),
      },
      pictures: [...pictures.values()],
      aliases: theirs?.aliases ?? [],
      warnings: [...warnings, ...inText],
    });
  }

  #translate(file: string, { fields }: Head): TranslatedHead {
    const { folder, locale, category } = this.#options;
    const site = slugFor(basename(resolve(folder))) || 'site';
    const theirs = translateHead(fields, { site, file, locale, category });
    this.#foreign++;
    for (const one of theirs.taken) this.#taken.add(one);
    for (const field of theirs.leftOut)
      this.#leftOut.set(field, (this.#leftOut.get(field) ?? 0) + 1);
    return theirs;
  }

  /** Resolves people to their slugs, and removes an update time that is in the future. */
  #settled(frontMatter: FrontMatter, warn: (reason: string) => void): FrontMatter {
    const { locale, updatedAt, ...fields } = frontMatter;
    const isAhead = updatedAt !== undefined && updatedAt > new Date();
    if (isAhead) warn('updatedAt is in the future: it was left out');
    return {
      ...fields,
      locale,
      ...(updatedAt && !isAhead && { updatedAt }),
      authors: fields.authors.map((name) => this.people.slugOf('authors', name, locale)),
      topics: fields.topics.map((name) => this.people.slugOf('topics', name, locale)),
    };
  }

  /** How front matter of other systems was read: once for all files. */
  sentences(): string[] {
    if (this.#foreign === 0) return [];
    const leftOut = [...this.#leftOut].map(([field, count]) => `${field} (${count})`);
    return [
      `${this.#foreign} with the front matter of Hugo or Jekyll: ${[...this.#taken].join(', ')}.` +
        (leftOut.length > 0 ? ` Left out: ${leftOut.join(', ')}.` : ''),
    ];
  }
}

function correctedLater({ corrections }: FrontMatter): string | null {
  const later = corrections.find(({ at }) => at > new Date());
  return later ? `a correction of ${later.at.toISOString()} is in the future` : null;
}

/** A picture's name in an export. */
const nameOf = (folder: string, path: string): string => {
  const way = relative(folder, path);
  return way.startsWith('..') ? basename(path) : way.replace(/^(static\/)?(images\/)?/, '');
};

/** The line of a name or address in a file: in its front matter, or below it. */
function lineOf({ lineOf: inHead, markdown, line }: Head, part: string): number {
  const offset = markdown.indexOf(part);
  return offset < 0 ? inHead(['image']) : markdown.slice(0, offset).split('\n').length + line - 1;
}
