/**
 * Which room may import which, as `docs` and the design page say: each zone lists what its files never
 * import. Patterns hold for the alias `@/…` and for relative paths alike.
 */

/** @type {readonly { name: string, files: string[], except?: string[], never: string[] }[]} */
export const ZONES = [
  { name: 'app', files: ['app/**'], never: ['lib/db', 'drizzle-orm'] },
  {
    name: 'components',
    files: ['components/**'],
    except: ['components/ui/**'],
    never: ['app', 'lib/db', 'lib/publication', 'lib/newsroom', 'lib/auth', 'drizzle-orm'],
  },
  { name: 'components/ui', files: ['components/ui/**'], never: ['app', 'lib', 'messages'] },
  {
    name: 'lib/publication',
    files: ['lib/publication/**'],
    never: ['app', 'components', 'lib/newsroom', 'lib/views'],
  },
  {
    name: 'lib/newsroom',
    files: ['lib/newsroom/**'],
    never: ['app', 'components', 'lib/views', 'lib/publication/!(cache-tags)'],
  },
  {
    name: 'lib/views',
    files: ['lib/views/**'],
    never: ['app', 'components', 'lib/newsroom', 'lib/publication'],
  },
  {
    name: 'lib/syndication',
    files: ['lib/syndication/**'],
    never: ['app', 'components', 'lib/db/!(outbox(-targets)?)'],
  },
  {
    name: 'lib/press',
    files: ['lib/press/**'],
    never: ['app', 'components', 'lib/publication', 'lib/newsroom'],
  },
  {
    name: 'lib/content',
    files: ['lib/content/**'],
    never: [
      'app',
      'components',
      ...[
        'auth',
        'cli',
        'db',
        'media',
        'newsroom',
        'press',
        'publication',
        'syndication',
        'views',
      ].map((room) => `lib/${room}`),
    ],
  },
  {
    name: 'lib/i18n',
    files: ['lib/i18n/**'],
    never: [
      'app',
      'components',
      ...[
        'auth',
        'cli',
        'db',
        'media',
        'newsroom',
        'press',
        'publication',
        'syndication',
        'views',
      ].map((room) => `lib/${room}`),
    ],
  },
];

/**
 * The regular expression that an import's source must not match: a package, or a room of ours by the
 * alias or by climbing out of one's own folder.
 * @param {string} forbidden - a room (`lib/db`), a package (`drizzle-orm`) or `room/!(file)`
 */
function pattern(forbidden) {
  const [room, kept] = forbidden.split('/!(');
  const tail = kept ? `/(?!${kept.slice(0, -1)}(\\.ts)?$)` : '(/|$)';
  if (!/^(app|components|lib|messages)\b/.test(room)) return `^${room}(/|$)`;
  const within = room.startsWith('lib/') ? `(?:lib/)?${room.slice(4)}` : room;
  return `^(?:@/${room}|(?:\\.\\./)+${within})${tail}`;
}

/** The zones as ESLint reads them. */
export const importZones = ZONES.map((zone) => ({
  name: `zone ${zone.name}`,
  files: zone.files.map((glob) => `${glob}/*.{ts,tsx,mjs}`),
  // A test on the database puts its articles there as the newsroom does.
  ignores: [...(zone.except ?? []), '**/*.db.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: zone.never.map((forbidden) => ({
          regex: pattern(forbidden),
          message: `${zone.name} never imports ${forbidden}: see docs/decisions/0001-rooms.md.`,
        })),
      },
    ],
  },
}));
