/** The head of an article's file: YAML between two lines of `---`, checked field by field. */
import { isMap, LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { z } from 'zod';
import { LOCALES } from '../i18n/locales.ts';
import { refuse, ok, type Result } from '../result.ts';
import { ARTICLE_STATUSES } from './article.ts';
import { SLUG_PATTERN } from './slug.ts';

/** A fault of a file, by its line. */
export interface Fault {
  /** From 1, in the whole file. */
  line: number;
  reason: string;
}

const KEY = z
  .string()
  .max(120)
  .regex(SLUG_PATTERN, 'not in small Latin letters, digits and hyphens');
const moment = z
  .union([z.date(), z.string()])
  .transform((value) => (value instanceof Date ? value.toISOString() : value))
  .refine(
    (value) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
      !Number.isNaN(Date.parse(value)),
    'not a moment like 2026-11-24T09:15:00+04:00',
  )
  .transform((value) => new Date(value));
const text = (longest: number) =>
  z
    .string({ error: 'not a text; put it in quotation marks' })
    .trim()
    .min(1, 'empty')
    .max(longest, `longer than ${longest} characters`);

const schema = z.strictObject({
  story: KEY,
  locale: z.enum(LOCALES, { error: `not one of ${LOCALES.join(', ')}` }),
  category: KEY,
  headline: text(300),
  publishedAt: moment,
  slug: KEY.optional(),
  standfirst: text(1000).optional(),
  kicker: text(80).optional(),
  authors: z.array(KEY).max(20).default([]),
  topics: z.array(KEY).max(20).default([]),
  updatedAt: moment.optional(),
  embargoUntil: moment.optional(),
  status: z
    .enum(ARTICLE_STATUSES, { error: `not one of ${ARTICLE_STATUSES.join(', ')}` })
    .default('published'),
  image: z
    .strictObject({
      src: text(500),
      alt: z.string().max(1000).default(''),
      caption: text(2000).optional(),
      credit: text(500).optional(),
    })
    .optional(),
  views: z.number().int().min(0).max(2_000_000_000).default(0),
  corrections: z
    .array(z.strictObject({ at: moment, text: text(5000) }))
    .max(50)
    .default([]),
  seo: z
    .strictObject({ title: text(300).optional(), description: text(1000).optional() })
    .default({}),
});

export type FrontMatter = z.infer<typeof schema>;
/** What is written: the same fields, each where it has a value. */
export type WrittenFrontMatter = z.input<typeof schema>;

const FENCE = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/**
 * Takes a file apart.
 * @param file - the whole text
 * @param categories - the slugs that the publication has
 * @returns the checked head, the Markdown below it and the line on which that begins; or every fault
 */
export function readFrontMatter(
  file: string,
  categories: readonly string[],
): Result<{ frontMatter: FrontMatter; markdown: string; line: number }, Fault[]> {
  const match = FENCE.exec(file);
  if (!match || match.index !== 0) {
    return refuse([
      { line: 1, reason: 'The file does not begin with front matter between two lines of “---”.' },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? '', { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    return refuse(
      document.errors.map((error) => ({
        line: lineAt(error.pos[0]),
        reason: `The front matter is not YAML: ${error.message.split('\n')[0]}`,
      })),
    );
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map((issue) => ({
        line: lineAt(offsetOf(document, issue.path)),
        reason: sentenceOf(issue, document),
      })),
    );
  }
  if (!categories.includes(parsed.data.category)) {
    return refuse([
      {
        line: lineAt(offsetOf(document, ['category'])),
        reason: `category is “${parsed.data.category}”: not one of ${categories.join(', ')}`,
      },
    ]);
  }
  return ok({
    frontMatter: parsed.data,
    markdown: file.slice(match[0].length),
    line: match[0].split('\n').length,
  });
}

function sentenceOf(issue: z.core.$ZodIssue, document: Document): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}`;
  const field = issue.path.join('.') || 'the front matter';
  const value = document.getIn(issue.path);
  if (value === undefined) return `${field} is missing`;
  const shown = typeof value === 'object' ? '' : ` is “${String(value).slice(0, 80)}”`;
  return `${field}${shown}: ${issue.message}`;
}

/** Where a field stands, or the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const pair =
      isMap(parent) && parent.items.find((item) => String(item.key) === String(path[length - 1]));
    const range = pair && (pair.key as { range?: [number, number, number] }).range;
    if (range) return range[0];
    const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** Writes a file that `readFrontMatter` takes apart again; fields stand in the schema's order. */
export function writeFrontMatter(frontMatter: WrittenFrontMatter, markdown: string): string {
  const ordered = Object.keys(schema.shape).flatMap((key) => {
    const value = frontMatter[key as keyof WrittenFrontMatter];
    return value === undefined ? [] : [[key, value] as const];
  });
  const yaml = stringify(Object.fromEntries(ordered), {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  return `---\n${yaml}---\n${markdown === '' ? '' : `\n${markdown}`}`;
}
