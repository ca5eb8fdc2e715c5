import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

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
}

/** The folders from which lists are derived. */
const FOLDERS: readonly Folder[] = [
  {
    folder: 'components/article/blocks',
    exported: 'ArticleBlock',
    list: 'ARTICLE_BLOCKS',
    isCamelCase: true,
  },
  { folder: 'lib/content/blocks', exported: 'block', list: 'BLOCKS', isCamelCase: true },
  ...['account', 'article', 'front', 'new', 'person', 'picture'].map((subject) => ({
    folder: `lib/newsroom/commands/${subject}`,
    exported: 'command',
    list: `${subject.toUpperCase()}_COMMANDS`,
  })),
];

/** The lists of all folders, as they have to be: the path of each file and its text. */
export const derivedLists = (): { path: string; text: string }[] =>
  FOLDERS.map((folder) => ({
    path: `${folder.folder}.generated.ts`,
    text: listOf(folder, readdirSync(folder.folder)),
  }));

/**
 * The text of a module that lists what the modules of a folder export, each under its file's name.
 * @param files - names of the files in the folder; tests, styles and other files are left out
 * @throws Error where the folder holds no module
 */
export function listOf(
  { folder, exported, list, isCamelCase }: Folder,
  files: readonly string[],
): string {
  const modules = files.filter((file) => /^[\w-]+\.tsx?$/.test(file)).toSorted();
  if (modules.length === 0) throw new Error(`${folder} holds no module to list.`);
  const entries = modules.map((file) => {
    const name = file.replace(/\.tsx?$/, '');
    return { file, key: isCamelCase ? lowerFirst(camelCase(name)) : name };
  });
  const from = `./${basename(folder)}`;
  return [
    `/** Written by \`npm run generate\` from the files of \`${dirname(folder)}/${basename(folder)}\`. */`,
    ...entries.map(
      ({ file, key }) => `import { ${exported} as ${variable(key)} } from '${from}/${file}';`,
    ),
    '',
    `export const ${list} = {`,
    ...entries.map(({ key }) =>
      /^[a-z]\w*$/i.test(key) && variable(key) === key
        ? `  ${key},`
        : `  ${/^[a-z]\w*$/i.test(key) ? key : `'${key}'`}: ${variable(key)},`,
    ),
    '} as const;',
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
