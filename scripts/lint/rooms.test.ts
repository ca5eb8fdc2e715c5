/** The import rules, tried on a house of one file a room. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOMS, rulesOf } from './rooms.mjs';

const root = mkdtempSync(join(tmpdir(), 'rooms-'));
afterAll(() => rmSync(root, { recursive: true }));

const rooms = Object.keys(ROOMS);
/** Lets a file import others, by their places in the house. */
function put(file: string, imports: readonly string[]): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  const lines = imports.map((other) => `import ${JSON.stringify(join(root, other))};\n`);
  writeFileSync(join(root, file), `${lines.join('')}export {};\n`);
}
const probe = (room: string, name: string) => `${room}/deep/probe-${name.replaceAll('/', '-')}.ts`;

/** What the rules refuse, as `from → to`. */
async function refused(rules = rulesOf(ROOMS)): Promise<Set<string>> {
  const { output } = await cruise(['app', 'components', 'lib'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules as never },
    tsPreCompilationDeps: true,
  });
  const { violations } = (output as ICruiseResult).summary;
  return new Set(violations.map(({ from, to }) => `${from} → ${to}`));
}

const WIRE = 'lib/newsroom/commands/wire.ts';

let seen: Set<string>;
beforeAll(async () => {
  for (const room of rooms) {
    put(`${room}/any.ts`, []);
    for (const other of rooms) if (other !== room) put(probe(room, other), [`${other}/any.ts`]);
    put(
      `${room}/probe.db.test.ts`,
      rooms.map((other) => `${other}/any.ts`),
    );
  }
  put('lib/root.ts', ['lib/db/any.ts']);
  put('messages/en.ts', []);
  put('node_modules/drizzle-orm/index.ts', []);
  put('app/probe-drizzle.ts', ['node_modules/drizzle-orm/index.ts']);
  put('components/ui/probe-words.ts', ['messages/en.ts']);
  put('lib/db/one.ts', ['lib/db/two.ts']);
  put('lib/db/two.ts', ['lib/db/one.ts']);
  put('lib/http/probe-statistics.ts', ['lib/db/statistics.ts']);
  put('lib/db/statistics.ts', []);
  put(WIRE, []);
  put('components/probe-value.ts', [WIRE]);
  const wire = JSON.stringify(join(root, WIRE));
  writeFileSync(
    join(root, 'components/probe-type.ts'),
    `import type {} from ${wire};\nexport {};\n`,
  );
  seen = await refused();
});

/** What must never be, said once more than in the table. */
const NEVER = [
  ['app', 'lib/db'],
  ['app', 'lib/page-cache'],
  ['components', 'app'],
  ['components', 'lib/db'],
  ['components', 'lib/publication'],
  ['components', 'lib/newsroom'],
  ['components', 'lib/accounts'],
  ['components/ui', 'lib/content'],
  ['lib/content', 'lib/db'],
  ['lib/i18n', 'lib/content'],
  ['lib/db', 'lib/publication'],
  ['lib/publication', 'lib/newsroom'],
  ['lib/publication', 'lib/desk'],
  ['lib/desk', 'lib/newsroom'],
  ['lib/newsroom', 'lib/publication'],
  ['lib/views', 'lib/publication'],
  ['lib/http', 'lib/newsroom'],
  ['lib/page-cache', 'lib/http'],
  ['lib/page-cache', 'lib/publication'],
  ['lib/syndication', 'lib/newsroom'],
] as const;

describe('import rules', () => {
  test.each(NEVER)('%s is refused %s', (room, other) => {
    expect([...seen]).toContain(`${probe(room, other)} → ${other}/any.ts`);
  });

  test('what the table does not name is refused, and what it names passes', () => {
    const wanted = rooms.flatMap((room) =>
      rooms
        .filter((other) => other !== room && !other.startsWith(`${room}/`))
        .filter(
          (other) => !ROOMS[room]?.some((may) => other === may || other.startsWith(`${may}/`)),
        )
        .map((other) => `${probe(room, other)} → ${other}/any.ts`),
    );
    expect([...seen].filter((one) => one.includes('/deep/')).sort()).toEqual(wanted.sort());
  });

  test('a file of a room that is open to another only in part', () => {
    expect(seen.has('lib/http/probe-statistics.ts → lib/db/statistics.ts')).toBe(false);
    expect(seen.has(`${probe('lib/http', 'lib/db')} → lib/db/any.ts`)).toBe(true);
  });

  test('a component imports the types of the commands, and nothing that runs', () => {
    expect(seen.has(`components/probe-value.ts → ${WIRE}`)).toBe(true);
    expect(seen.has(`components/probe-type.ts → ${WIRE}`)).toBe(false);
  });

  test('the root of lib, drizzle, messages and a circle are held to rules of their own', () => {
    for (const forbidden of [
      'lib/root.ts → lib/db/any.ts',
      'app/probe-drizzle.ts → node_modules/drizzle-orm/index.ts',
      'components/ui/probe-words.ts → messages/en.ts',
      'lib/db/one.ts → lib/db/two.ts',
    ])
      expect([forbidden, seen.has(forbidden)]).toEqual([forbidden, true]);
  });

  test('a test on the database imports what it likes', () => {
    expect([...seen].filter((one) => one.includes('probe.db.test.ts →'))).toEqual([]);
  });

  test('every room has a rule, and every rule a room', () => {
    const found = readdirSync('lib', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `lib/${name}`);
    const ofLib = rooms.filter((room) => room.startsWith('lib/'));
    expect(found.sort()).toEqual(ofLib.sort());
    expect(rooms.filter((room) => !existsSync(room))).toEqual([]);
  });
});
