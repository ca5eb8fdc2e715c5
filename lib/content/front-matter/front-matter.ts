/** Validates an article file's front matter field by field. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { refuse, ok, type Result } from '../../result.ts';
import { ARTICLE_STATUSES } from '../article.ts';
import { readHead, type Fault, type Head } from './head.ts';
import { exactMoment } from './moment.ts';
import { SLUG_PATTERN } from '../slug.ts';

const KEY = z
  .string()
  .max(120)
  .regex(SLUG_PATTERN, 'not in small Latin letters, digits and hyphens');
const moment = z
  .string()
  .refine(
    (value) => exactMoment(value) !== null,
    'not a moment like 2026-11-24T09:15:00+04:00, or a day that is in no calendar',
  )
  .transform((value) => new Date(value));
const text = (longest: number) =>
  z
    .string({ error: 'not a text; put it in quotation marks' })
    .trim()
    .min(1, 'empty')
    .max(longest, `longer than ${longest} characters`);
/** Slugs, or names as people write them; a year is a valid name too. */
const names = z
  .array(
    z.union([z.string(), z.number()], { error: 'not a name' }).transform(String).pipe(text(200)),
  )
  .max(20)
  .default([]);

const schema = z.strictObject({
  story: KEY,
  locale: z.enum(LOCALES, { error: `not one of ${LOCALES.join(', ')}` }),
  category: KEY,
  headline: text(300),
  /** Only an article that was never public may have none. */
  publishedAt: moment.optional(),
  slug: KEY.optional(),
  standfirst: text(1000).optional(),
  kicker: text(80).optional(),
  authors: names,
  topics: names,
  updatedAt: moment.optional(),
  embargoUntil: moment.optional(),
  status: z
    .enum(ARTICLE_STATUSES, { error: `not one of ${ARTICLE_STATUSES.join(', ')}` })
    .optional(),
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

/**
 * An article without a date is a draft: its publication time is unknown, and the import must not invent one.
 */
const dated = schema
  .transform((head) => ({
    ...head,
    status: head.status ?? (head.publishedAt ? 'published' : 'draft'),
  }))
  .refine(
    ({ status, publishedAt }) => publishedAt !== undefined || /^(draft|in_review)$/.test(status),
    {
      path: ['publishedAt'],
      error: 'missing',
    },
  );

export type FrontMatter = z.infer<typeof dated>;
/** The written form: the same fields, each only if it has a value. */
export type WrittenFrontMatter = z.input<typeof schema>;

/**
 * Reads a file's front matter and validates it.
 * @param file - the whole text
 * @param categories - the slugs of the publication's categories
 * @returns the validated front matter, the Markdown below it and the line on which that begins; or every
 *   fault
 */
export function readFrontMatter(
  file: string,
  categories: readonly string[],
): Result<{ frontMatter: FrontMatter; markdown: string; line: number }, Fault[]> {
  const head = readHead(file);
  if (!head.ok) return head;
  const checked = checkFields(head.value, categories);
  const { markdown, line } = head.value;
  return checked.ok ? ok({ frontMatter: checked.value, markdown, line }) : checked;
}

/** Validates the fields of a front matter; every fault is reported at once. */
export function checkFields(
  { fields, lineOf }: Pick<Head, 'fields' | 'lineOf'>,
  categories: readonly string[],
): Result<FrontMatter, Fault[]> {
  const parsed = dated.safeParse(fields);
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map((issue) => ({
        line: lineOf(issue.path),
        reason: sentenceOf(issue, fields),
      })),
    );
  }
  if (!categories.includes(parsed.data.category)) {
    const reason = `category is “${parsed.data.category}”: not one of ${categories.join(', ')}`;
    return refuse([{ line: lineOf(['category']), reason }]);
  }
  return ok(parsed.data);
}

function sentenceOf(issue: z.core.$ZodIssue, fields: unknown): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}`;
  const field = issue.path.join('.') || 'the front matter';
  const value = issue.path.reduce<unknown>(
    (parent, key) => (parent as Record<PropertyKey, unknown> | null | undefined)?.[key],
    fields,
  );
  if (value === undefined) return `${field} is missing`;
  const shown = typeof value === 'object' ? '' : ` is “${String(value).slice(0, 80)}”`;
  return `${field}${shown}: ${issue.message}`;
}

/** Writes a file that `readFrontMatter` can read; fields are in the schema's order. */
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
