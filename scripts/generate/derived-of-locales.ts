/** What is derived from the languages beside their list: tables by language, their messages, their fonts. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TYPEFACE } from '../../components/theme/look.ts';
import type { LocaleDeclaration } from '../../lib/i18n/locale-declaration.ts';
import type { DerivedFile } from './derived-lists.ts';
import { fontFacesCss } from './derived-of-look.ts';

const FOLDER = 'lib/i18n/locales';
type Declared = readonly (readonly [string, LocaleDeclaration])[];

/** The declarations of a folder, in the order of the locale switcher; of the files, not of the list of them. */
export async function declaredLocales(): Promise<Declared> {
  const files = readdirSync(FOLDER).filter((file) => /^[\w-]+\.ts$/.test(file));
  const declared = files.map(async (file) => {
    const { href } = pathToFileURL(resolve(FOLDER, file));
    const { locale } = (await import(/* @vite-ignore */ href)) as { locale: LocaleDeclaration };
    return [file.slice(0, -'.ts'.length), locale] as const;
  });
  return (await Promise.all(declared)).toSorted(
    ([, one], [, other]) => one.position - other.position,
  );
}

/** The files that are written of the languages. */
export async function derivedOfLocales(): Promise<DerivedFile[]> {
  const declared = await declaredLocales();
  const cuts = [TYPEFACE.latin, ...declared.flatMap(([, { font }]) => font ?? [])];
  return [
    { path: 'lib/i18n/locale-tables.generated.ts', text: tablesOf(declared) },
    { path: 'messages/messages.generated.ts', text: messagesOf(declared.map(([code]) => code)) },
    { path: 'components/theme/fonts.generated.css', text: fontFacesCss(cuts) },
  ];
}

/** The fields that browsers use too: as tables, of which a bundle holds only those that its page uses. */
const TABLES = [
  'label',
  'direction',
  'openGraph',
  'formerCodes',
  'quotes',
  'months',
  'shortMonths',
  'boundWords',
  'failureWords',
] as const satisfies (keyof LocaleDeclaration)[];

/** A field of a declaration as a constant: `shortMonths` → `SHORT_MONTHS`. */
const constantOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/**
 * A module with the codes in the order of the switcher, and {@link TABLES}.
 * @param declared - each code with its declaration, in the order of the switcher
 * @throws Error where two languages have one position
 */
export function tablesOf(declared: Declared): string {
  const positions = declared.map(([, { position }]) => position);
  if (new Set(positions).size < positions.length)
    throw new Error(`Two files of ${FOLDER} declare the same position.`);
  return [
    `/** Written by \`npm run generate\` from the files of \`${FOLDER}\`: a bundle loads only the tables that it uses. */`,
    `export const LOCALES = ${JSON.stringify(declared.map(([code]) => code))} as const;`,
    ...TABLES.flatMap((field) => [
      '',
      `export const ${constantOf(field)} = {`,
      ...declared.map(([code, locale]) => `  ${key(code)}: ${JSON.stringify(locale[field])},`),
      '} as const;',
    ]),
    '',
  ].join('\n');
}

const key = (code: string): string => (/^[a-z]+$/.test(code) ? code : JSON.stringify(code));

/** A module with the messages of every language. */
function messagesOf(codes: readonly string[]): string {
  const variable = (code: string) => `of_${code.replaceAll('-', '_')}`;
  return [
    `/** Written by \`npm run generate\` from the files of \`${FOLDER}\`. */`,
    ...codes.map((code) => `import ${variable(code)} from './${code}.json' with { type: 'json' };`),
    '',
    'export const MESSAGES = {',
    ...codes.map((code) => `  ${key(code)}: ${variable(code)},`),
    '} as const;',
    '',
  ].join('\n');
}
