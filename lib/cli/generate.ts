import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publication } from '../../publication.config.ts';
import type { Body, Block } from '../content/body/body.ts';
import type { WrittenFrontMatter } from '../content/front-matter/front-matter.ts';
import { readFrontMatter, writeFrontMatter } from '../content/front-matter/front-matter.ts';
import { writeMarkdown } from '../content/markdown/write.ts';
import type { Database } from '../db/client.ts';
import { CodedError } from '../errors.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import type { ImportedArticle } from '../newsroom/import/imported-article.ts';
import { showProgress } from '../progress.ts';
import { vocabularyOf } from './vocabulary.ts';

const BATCH = 100;
/** Characters of a body: the size that the benchmarks and the issue use. */
const BODY_LENGTH = 6000;
const NEWEST = Date.UTC(2026, 10, 1);
const MINUTES_BETWEEN = 37;

/** A small pseudo-random number generator (mulberry32), so that the same call makes the same stories. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sentence(words: readonly string[], random: () => number, length: number): string {
  const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? '');
  const text = chosen.join(' ');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function syntheticBody(locale: Locale, random: () => number): Body {
  const words = vocabularyOf(locale);
  const content: Block[] = [];
  for (let length = 0; length < BODY_LENGTH;) {
    const sentences = Array.from(
      { length: 4 },
      () => `${sentence(words, random, 8 + Math.floor(random() * 9))}.`,
    );
    const text = sentences.join(' ');
    length += text.length;
    content.push({ type: 'paragraph', content: [{ type: 'text', text }] });
    if (content.length % 6 === 0) {
      content.push({
        type: 'heading',
        attrs: { level: 2 },
        content: [{ type: 'text', text: sentence(words, random, 4) }],
      });
    }
  }
  return { type: 'doc', content };
}

/**
 * One synthetic article: locales and categories alternate; 0 is the newest, each higher number is an older
 * article.
 */
function syntheticArticle(number: number): { frontMatter: WrittenFrontMatter; body: Body } {
  const random = randomFrom(number);
  const locale = LOCALES[number % LOCALES.length] ?? 'en';
  const words = vocabularyOf(locale);
  const category =
    publication.categories[Math.floor(number / LOCALES.length) % publication.categories.length];
  return {
    frontMatter: {
      story: `synthetic-${number}`,
      locale,
      category: category?.slug ?? '',
      headline: sentence(words, random, 5 + Math.floor(random() * 6)),
      publishedAt: new Date(NEWEST - number * MINUTES_BETWEEN * 60_000).toISOString(),
      slug: `synthetic-${number}`,
      standfirst: `${sentence(words, random, 16)}.`,
      authors: [`synthetic-author-${number % 40}`],
      topics: [`synthetic-topic-${number % 60}`],
      views: Math.floor(random() ** 3 * 5000),
    },
    body: syntheticBody(locale, random),
  };
}

/**
 * Makes synthetic stories; the same number gives the same stories.
 * @param options.out - a folder for files; without it the stories go into the database
 * @throws CodedError `stories` for a value that is not a valid number
 */
export async function generate(
  options: { stories: number } & ({ out: string } | { database: Database }),
): Promise<boolean> {
  const { stories } = options;
  if (!Number.isInteger(stories) || stories < 1) {
    throw new CodedError('stories', '--stories needs a whole number of at least 1.');
  }
  const progress = showProgress('Generating', stories);
  if ('out' in options) await mkdir(options.out, { recursive: true });
  for (let first = 0; first < stories; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, stories - first) }, (_, n) => first + n);
    const made = numbers.map(syntheticArticle);
    if ('out' in options) {
      for (const { frontMatter, body } of made) {
        const file = writeFrontMatter(
          frontMatter,
          writeMarkdown(body, () => ''),
        );
        await writeFile(join(options.out, `${frontMatter.story}.${frontMatter.locale}.md`), file);
      }
    } else await importArticles(options.database, made.map(imported), []);
    numbers.forEach(() => progress.step());
  }
  progress.end();
  console.log(`Generated ${stories} stories.`);
  return true;
}

/**
 * Runs the same check as for a file's front matter, so that a synthetic article obeys the same rules as a
 * real one.
 */
function imported({ frontMatter, body }: ReturnType<typeof syntheticArticle>): ImportedArticle {
  const head = readFrontMatter(writeFrontMatter(frontMatter, ''), [frontMatter.category]);
  if (!head.ok)
    throw new CodedError('generate', head.refusal[0]?.reason ?? 'a generated article is invalid');
  return {
    frontMatter: head.value.frontMatter,
    body,
    imageId: null,
    sourceName: `${frontMatter.story}.${frontMatter.locale}.md`,
    sourceHash: 'synthetic',
  };
}
