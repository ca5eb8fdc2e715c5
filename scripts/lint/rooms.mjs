/**
 * Which room may import which (docs/decisions/0001-rooms.md). A room is a folder of `lib`, or `app`, `components`,
 * `components/ui`; what is not named here it may not import. Packages and the root of `lib` are open to all.
 */

/** @type {Readonly<Record<string, readonly string[]>>} What each may import, as a folder or as `folder/file`. */
export const ROOMS = {
  app: [
    'components',
    ...['accounts', 'answers', 'content', 'desk', 'http', 'i18n', 'mail', 'media'].map(ofLib),
    ...['newsroom', 'pages', 'publication', 'syndication'].map(ofLib),
  ],
  components: [
    'components/theme',
    'components/ui',
    'lib/content',
    'lib/i18n',
    'lib/pages',
    'lib/newsroom/commands/wire',
    'lib/newsroom/commands/entries',
  ],
  // The look as data imports nothing: whatever has a colour may read it.
  'components/theme': [],
  'components/ui': [],
  'lib/accounts': ['lib/content', 'lib/db', 'lib/i18n'],
  'lib/answers': [
    ...['http', 'media', 'page-cache/conditional', 'page-cache/send', 'publication'].map(ofLib),
    ...['syndication', 'views'].map(ofLib),
  ],
  'lib/cli': [
    ...['accounts', 'content', 'db', 'events', 'i18n', 'import', 'media', 'newsroom'].map(ofLib),
    'lib/pages',
  ],
  'lib/content': ['lib/i18n'],
  'lib/db': ['lib/content', 'lib/events/append', 'lib/i18n'],
  'lib/events': ['lib/db', 'lib/i18n', 'lib/pages'],
  'lib/desk': ['lib/accounts', 'lib/content', 'lib/db', 'lib/i18n', 'lib/pages'],
  'lib/http': ['lib/content', 'lib/db/statistics', 'lib/media', 'lib/page-cache'],
  'lib/i18n': [],
  'lib/import': ['content', 'db', 'i18n', 'media', 'newsroom', 'pages'].map(ofLib),
  'lib/mail': ['lib/i18n'],
  'lib/media': ['accounts/seal', 'content', 'i18n', 'page-cache/conditional', 'pages'].map(ofLib),
  'lib/newsroom': [
    ...['accounts', 'content', 'db', 'desk', 'events', 'i18n', 'mail', 'media'].map(ofLib),
    'lib/pages',
  ],
  'lib/page-cache': ['components/theme/look', 'lib/content', 'lib/i18n', 'lib/pages'],
  'lib/pages': ['lib/i18n'],
  'lib/publication': ['lib/content', 'lib/db', 'lib/i18n', 'lib/pages'],
  'lib/start': [
    ...['accounts', 'answers', 'db', 'desk', 'events', 'http', 'i18n', 'media', 'newsroom'].map(
      ofLib,
    ),
    ...['page-cache', 'publication', 'syndication', 'views'].map(ofLib),
  ],
  'lib/syndication': [
    'components/theme/look',
    ...['content', 'db/store', 'events', 'i18n', 'media'].map(ofLib),
    ...['page-cache/conditional', 'page-cache/encoding', 'pages', 'publication'].map(ofLib),
  ],
  'lib/views': ['lib/db'],
};

/** What is no room, and is not open to all. */
const OTHERS = [
  { name: 'drizzle-orm', path: '^node_modules/drizzle-orm/', from: '^(app|components)/' },
  { name: 'messages', path: '^messages/', from: '^components/ui/' },
];

/** What no rule of rooms holds for: a test on the database puts its articles there as the newsroom does. */
const FREE = '\\.db\\.test\\.ts$|/testing(/|\\.ts$)';
/** The files of `lib` that stand in no room. */
const ROOT = '^lib/[^/]+$';

/** @param {string} folder */
function ofLib(folder) {
  return `lib/${folder}`;
}

/** @param {string} room - a folder, or a file without its ending */
const pathOf = (room) => `^${room}(/|\\.[a-z]+$)`;

/**
 * The rooms as rules of dependency-cruiser.
 * @param {Readonly<Record<string, readonly string[]>>} rooms
 */
export function rulesOf(rooms) {
  const inner = (/** @type {string} */ room) =>
    Object.keys(rooms).filter((other) => other.startsWith(`${room}/`));
  return [
    ...Object.entries(rooms).map(([room, may]) => ({
      name: room,
      severity: 'error',
      comment: `${room} may import ${may.join(', ') || 'no other room'}: docs/decisions/0001-rooms.md`,
      from: { path: `^${room}/`, pathNot: [FREE, ...inner(room).map(pathOf)] },
      to: {
        path: '^(app|components|lib/[^/]+)/',
        pathNot: [`^${room}/`, ...may.map(pathOf)],
      },
    })),
    {
      name: 'lib',
      severity: 'error',
      comment:
        'The root of lib may import lib/content, lib/i18n and lib/pages: docs/decisions/0001-rooms.md',
      from: { path: ROOT, pathNot: FREE },
      to: { path: '^(app|components|lib/[^/]+)/', pathNot: '^lib/(content|i18n|pages)/' },
    },
    ...OTHERS.map(({ name, path, from }) => ({
      name,
      severity: 'error',
      comment: `${name} is not for ${from}: docs/decisions/0001-rooms.md`,
      from: { path: from, pathNot: FREE },
      to: { path },
    })),
    {
      name: 'types of commands',
      severity: 'error',
      comment: 'Browsers load no command: components import the types of what they send.',
      from: { path: '^components/', pathNot: FREE },
      to: { path: '^lib/newsroom/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'No two files need each other to run. Tables of drizzle name each other inside functions.',
      from: { pathNot: '^lib/db/schema/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ];
}
