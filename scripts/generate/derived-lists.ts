import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { derivedOfLocales } from './derived-of-locales.ts';
import { derivedOfLook } from './derived-of-look.ts';
import { toolIcons } from './tool-icons.ts';

/** A folder whose every module exports one thing of a kind, under the same name. */
export interface Folder {
  /** From the root of the repository, without a slash at the end. */
  folder: string;
  /** The name that each module exports. */
  exported: string;
  /** The name of the list in the file that is written, `<folder>.generated.ts`. */
  list: string;
  /** Whether keys are written in camel case, as in JSON: `code-block.ts` is `codeBlock`. */
  isCamelCase?: true;
  /** The name of the list of the folder's `*.module.css`; absent: they are not listed. */
  styles?: string;
}

/** The folders from which lists are derived. */
const FOLDERS: readonly Folder[] = [
  { folder: 'lib/syndication/subscribers', exported: 'subscriber', list: 'SUBSCRIBERS' },
  {
    folder: 'components/article/blocks',
    exported: 'ArticleBlock',
    list: 'ARTICLE_BLOCKS',
    styles: 'ARTICLE_STYLES',
    isCamelCase: true,
  },
  {
    folder: 'components/newsroom/editor/blocks',
    exported: 'editorBlock',
    list: 'EDITOR_BLOCKS',
    isCamelCase: true,
  },
  { folder: 'lib/content/blocks', exported: 'block', list: 'BLOCKS', isCamelCase: true },
  ...['account', 'article', 'front', 'new', 'person', 'picture'].map((subject) => ({
    folder: `lib/newsroom/commands/${subject}`,
    exported: 'command',
    list: `${subject.toUpperCase()}_COMMANDS`,
  })),
  {
    folder: 'lib/content/blocks/cases',
    exported: 'blockCase',
    list: 'BLOCK_CASES',
    isCamelCase: true,
  },
  { folder: 'lib/pages', exported: 'page', list: 'PAGES' },
  { folder: 'lib/i18n/locales', exported: 'locale', list: 'LOCALE_DECLARATIONS' },
];

/** A file that is written: its path from the root of the repository, and its text. */
export interface DerivedFile {
  path: string;
  text: string;
}

/** The lists of all folders, and what else is derived from them, as they have to be. */
export const derivedLists = async (): Promise<DerivedFile[]> => [
  ...FOLDERS.map((folder) => ({
    path: `${folder.folder}.generated.ts`,
    text: listOf(folder, readdirSync(folder.folder)),
  })),
  toolIcons(),
  ...(await derivedOfLocales()),
  ...derivedOfLook(),
];

/**
 * The text of a module that lists what the modules of a folder export, each under its file's name.
 * @param files - names of the files in the folder; tests, styles and other files are left out
 * @throws Error where the folder holds no module
 */
export function listOf(
  { folder, exported, list, isCamelCase, styles }: Folder,
  files: readonly string[],
): string {
  const modules = files.filter((file) => /^[\w-]+\.tsx?$/.test(file)).toSorted();
  if (modules.length === 0) throw new Error(`${folder} holds no module to list.`);
  const entryOf = (file: string) => {
    const name = file.replace(/\..*$/, '');
    return { file, key: isCamelCase ? lowerFirst(camelCase(name)) : name };
  };
  const entries = modules.map(entryOf);
  const sheets = styles ? files.filter((file) => file.endsWith('.module.css')).toSorted() : [];
  const looks = sheets.map(entryOf);
  const from = `./${basename(folder)}`;
  return [
    `/** Written by \`npm run generate\` from the files of \`${dirname(folder)}/${basename(folder)}\`. */`,
    ...entries.map(
      ({ file, key }) => `import { ${exported} as ${variable(key)} } from '${from}/${file}';`,
    ),
    ...looks.map(({ file, key }) => `import ${variable(key)}Styles from '${from}/${file}';`),
    '',
    `export const ${list} = {`,
    ...entries.map(({ key }) =>
      /^[a-z]\w*$/i.test(key) && variable(key) === key
        ? `  ${key},`
        : `  ${/^[a-z]\w*$/i.test(key) ? key : `'${key}'`}: ${variable(key)},`,
    ),
    '} as const;',
    ...(looks.length > 0 ? ['', `export const ${styles} = {`] : []),
    ...looks.map(({ key }) => `  ${key}: ${variable(key)}Styles,`),
    ...(looks.length > 0 ? ['} as const;'] : []),
    '',
  ].join('\n');
}

const camelCase = (key: string): string =>
  key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `save-markdown` → `saveMarkdown`; a word that TypeScript reserves gets a letter in front. */
function variable(key: string): string {
  const name = camelCase(key);
  return RESERVED.has(name) ? `_${name}` : name;
}
const RESERVED = new Set(['as', 'case', 'delete', 'export', 'import', 'in', 'is', 'new', 'return']);
