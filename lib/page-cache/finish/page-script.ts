/**
 * The scripts that are inlined in every page or served to it. Each `*.page.ts` stands beside the component
 * that it serves and exports what runs at a moment of the page; the build finds the files and compiles them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { readFrameworkScripts } from './known-scripts.ts';

export interface PageScripts {
  /** Runs in the head, before the first paint. */
  first: string;
  /** Runs at the end of the page. */
  main: string;
  /** Served in the place of the hydration data of an outdated page. */
  outdated: string;
  /** The framework's own code that its pages may contain. */
  framework: string[];
}

/** Where `npm run build` writes them. */
export const PAGE_SCRIPTS_FILE = '.next/page-scripts.json';

/** The function that a page script exports for each moment, called without arguments. */
const MOMENTS = {
  first: 'beforePaint',
  main: 'atPageEnd',
  outdated: 'whenOutdated',
} as const satisfies Partial<Record<keyof PageScripts, string>>;

/** What browsers of the last five years run. */
const TARGET = 'es2020';

/**
 * Compiles the objects of a `*.attributes.ts` as enums: esbuild writes the values of an enum where they are
 * used, and an object's into a table beside them.
 */
const inlineAttributes: Plugin = {
  name: 'inline attributes',
  setup({ onLoad }) {
    onLoad({ filter: /\.attributes\.ts$/ }, async ({ path }) => {
      const objects = (await import(path)) as Record<string, Record<string, string>>;
      const enums = Object.entries(objects).map(([name, values]) => {
        const members = Object.entries(values).map(
          ([key, value]) => `${key} = ${JSON.stringify(value)}`,
        );
        return `export enum ${name} { ${members.join(', ')} }`;
      });
      return { contents: enums.join('\n'), loader: 'ts' };
    });
  },
};

/** @returns the page scripts below a folder, in the order in which they run, with the names they export */
async function findPageScripts(folder: string): Promise<{ file: string; names: string[] }[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.page.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
  const { metafile } = await build({
    entryPoints: files,
    outdir: '.next',
    metafile: true,
    write: false,
  });
  return Object.values(metafile.outputs).map(({ entryPoint = '', exports: names }) => ({
    file: entryPoint,
    names,
  }));
}

/**
 * Compiles and minifies the page scripts.
 * @param folder - relative to the working directory; all folders below it are searched
 * @throws Error for a page script that exports nothing, or something other than its moments
 */
export async function compilePageScripts(folder = 'components'): Promise<PageScripts> {
  const moments: readonly string[] = Object.values(MOMENTS);
  const scripts = await findPageScripts(folder);
  for (const { file, names } of scripts)
    if (names.length === 0 || !names.every((name) => moments.includes(name)))
      throw new Error(`${file} may export ${moments.join(', ')}, but exports: ${names.join(', ')}`);
  const compile = async (moment: string): Promise<string> => {
    const calls = scripts
      .filter(({ names }) => names.includes(moment))
      .map(
        ({ file }, index) => `import { ${moment} as run${index} } from './${file}';run${index}();`,
      );
    const { outputFiles } = await build({
      stdin: { contents: calls.join('\n'), resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      minify: true,
      format: 'iife',
      target: TARGET,
      plugins: [inlineAttributes],
      write: false,
    });
    // Inlined in a page, a script must not close its own element.
    return (outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
  };
  return {
    first: await compile(MOMENTS.first),
    main: await compile(MOMENTS.main),
    outdated: await compile(MOMENTS.outdated),
    framework: readFrameworkScripts(),
  };
}

/** The scripts as the build wrote them. */
export const readPageScripts = (): PageScripts =>
  JSON.parse(readFileSync(PAGE_SCRIPTS_FILE, 'utf8')) as PageScripts;
