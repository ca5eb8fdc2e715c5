import { resolve } from 'node:path';
import proxyAddress from 'proxy-addr';
import { z } from 'zod';
import { CodedError } from './errors.ts';

const wholeNumber = (least: number, most: number, initial: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `not between ${least} and ${most}`)
    .default(initial);

/** Names separated by commas. */
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

function areNetworks(values: string[]): boolean {
  try {
    proxyAddress.compile(values);
    return true;
  } catch {
    return false;
  }
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: wholeNumber(1, 65_535, 3000),
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:\/\/[^/]/.test(value), 'not a postgres:// address')
    .optional(),
  DATABASE_POOL: wholeNumber(1, 200, 10),
  DATABASE_STATEMENT_MS: wholeNumber(100, 60_000, 3000),
  DATABASE_SILENCE_MS: wholeNumber(200, 120_000, 5000),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((value) => resolve(value)),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'not an http(s) address' })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  SECRET_KEY: z.string().min(32, 'shorter than 32 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'not an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'neither “news@site.example” nor “Name <news@site.example>”',
    )
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PAGE_MEMORY_MB: wholeNumber(1, 100_000, 256),
  ALLOWED_HOSTS: list.refine(
    (hosts) => hosts.every((host) => /^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host)),
    'not host names, separated by commas',
  ),
  TRUSTED_PROXIES: list.refine(
    areNetworks,
    'not addresses or networks (10.0.0.0/8, loopback), separated by commas',
  ),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,256}$/, 'not 16 to 256 letters, digits and signs')
    .optional(),
  HSTS: z.enum(['off', 'host', 'subdomains', 'preload']).default('host'),
  DRAIN_SECONDS: wholeNumber(0, 15, 1),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'not 8 to 128 letters, digits and hyphens')
    .optional(),
  INDEXNOW_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'not an http(s) address' })
    .default('https://api.indexnow.org/indexnow'),
  WEBSUB_HUB: z.url({ protocol: /^https?$/, error: 'not an http(s) address' }).optional(),
  MEDIA_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'not an http(s) address' }).optional(),
  MEDIA_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{2,62}$/, 'not a bucket’s name')
    .optional(),
  MEDIA_S3_REGION: z.string().min(1).default('us-east-1'),
  MEDIA_S3_KEY: z.string().min(1).optional(),
  MEDIA_S3_SECRET: z.string().min(1).optional(),
});

/** The operator's configuration, validated, with defaults. */
export type Environment = Omit<z.infer<typeof schema>, 'SITE_URL' | 'ALLOWED_HOSTS'> & {
  SITE_URL: string;
  /** The host names that requests may use; null accepts any, for a portal without a configured address. */
  ALLOWED_HOSTS: string[] | null;
  /** The bucket that stores pictures; null: a folder of DATA_DIR. */
  MEDIA_S3: S3Settings | null;
};
interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
}

/**
 * Reads the configuration; an empty variable counts as not set.
 * @param source - environment variables by name
 * @throws CodedError `environment`, whose message names every fault at once
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  const faults = [
    ...(parsed.error?.issues ?? []).map(
      (issue) => `  ${nameOf(issue)} is “${shown(nameOf(issue), set)}”: ${issue.message}`,
    ),
    ...missingOfS3(set),
    ...(parsed.success && parsed.data.DATABASE_SILENCE_MS <= parsed.data.DATABASE_STATEMENT_MS
      ? [
          '  DATABASE_SILENCE_MS is no more than DATABASE_STATEMENT_MS: no statement could take its time',
        ]
      : []),
    ...(set['SMTP_URL'] && !set['MAIL_FROM']
      ? ['  MAIL_FROM is missing: SMTP_URL needs whom the portal’s mail is from']
      : []),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new CodedError(
      'environment',
      `The configuration is wrong; correct these environment variables:\n${faults.join('\n')}`,
    );
  }
  const { SITE_URL, ALLOWED_HOSTS, PORT } = parsed.data;
  const hosts = SITE_URL ? [new URL(SITE_URL).host, ...ALLOWED_HOSTS] : ALLOWED_HOSTS;
  return {
    ...parsed.data,
    SITE_URL: SITE_URL ?? `http://localhost:${PORT}`,
    ALLOWED_HOSTS: hosts.length > 0 ? hosts : null,
    MEDIA_S3: bucketOf(parsed.data),
  };
}

const nameOf = (issue: z.core.$ZodIssue): string => String(issue.path[0]);

/** A value as an error message may show it: a secret is masked. */
const shown = (name: string, set: Record<string, string | undefined>): string =>
  SECRETS.has(name) ? '…' : String(set[name]);

const SECRETS = new Set([
  'DATABASE_URL',
  'METRICS_TOKEN',
  'MEDIA_S3_KEY',
  'MEDIA_S3_SECRET',
  'SECRET_KEY',
  'SMTP_URL',
]);

function bucketOf(set: z.infer<typeof schema>): S3Settings | null {
  const {
    MEDIA_S3_ENDPOINT: endpoint,
    MEDIA_S3_BUCKET: bucket,
    MEDIA_S3_REGION: region,
    MEDIA_S3_KEY: key,
    MEDIA_S3_SECRET: secret,
  } = set;
  return endpoint && bucket && key && secret ? { endpoint, bucket, region, key, secret } : null;
}

/**
 * A bucket is configured completely or not at all: with half of the settings, pictures would be stored
 * where nobody looks for them.
 */
function missingOfS3(set: Record<string, string | undefined>): string[] {
  const names = ['MEDIA_S3_ENDPOINT', 'MEDIA_S3_BUCKET', 'MEDIA_S3_KEY', 'MEDIA_S3_SECRET'];
  const missing = names.filter((name) => set[name] === undefined);
  if (missing.length === names.length) return [];
  return missing.map((name) => `  ${name} is missing: a bucket needs all of ${names.join(', ')}`);
}

let read: Environment | undefined;

/**
 * The process's own configuration, read once.
 * @throws CodedError as {@link readEnvironment} does
 */
export function environment(): Environment {
  return (read ??= readEnvironment(process.env));
}
