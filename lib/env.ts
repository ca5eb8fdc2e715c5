import { resolve } from 'node:path';
import { z } from 'zod';
import { CodedError } from './errors.ts';

const wholeNumber = (least: number, most: number, initial: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `not between ${least} and ${most}`)
    .default(initial);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: wholeNumber(1, 65_535, 3000),
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:\/\/[^/]/.test(value), 'not a postgres:// address')
    .optional(),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((value) => resolve(value)),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'not an http(s) address' })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PAGE_MEMORY_MB: wholeNumber(1, 100_000, 256),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'not 8 to 128 letters, digits and hyphens')
    .optional(),
  INDEXNOW_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'not an http(s) address' })
    .default('https://api.indexnow.org/indexnow'),
});

/** What the operator set, checked, with the defaults in place. */
export type Environment = Omit<z.infer<typeof schema>, 'SITE_URL'> & { SITE_URL: string };

/**
 * Reads the configuration; an empty variable counts as not set.
 * @throws CodedError `environment` that names every fault at once
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) =>
        `  ${issue.path.join('.')} is “${String(set[issue.path[0] as string])}”: ${issue.message}`,
    );
    throw new CodedError(
      'environment',
      `The configuration is wrong; correct these environment variables:\n${faults.join('\n')}`,
    );
  }
  return {
    ...parsed.data,
    SITE_URL: parsed.data.SITE_URL ?? `http://localhost:${parsed.data.PORT}`,
  };
}

let read: Environment | undefined;

/** The process's own configuration, read once. Throws as `readEnvironment` does. */
export function environment(): Environment {
  return (read ??= readEnvironment(process.env));
}
