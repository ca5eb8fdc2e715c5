/** The scripts that are inlined in every page or served to it: the build makes them from `page-script/`. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
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

/** Compiles and minifies the scripts; browsers of the last five years run them. */
export async function compilePageScripts(): Promise<PageScripts> {
  const compile = async (name: 'first' | 'main' | 'outdated'): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [`lib/page-cache/finish/page-script/${name}.ts`],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      write: false,
    });
    // Inlined in a page, a script must not close its own element.
    return (outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
  };
  return {
    first: await compile('first'),
    main: await compile('main'),
    outdated: await compile('outdated'),
    framework: readFrameworkScripts(),
  };
}

/** The scripts as the build wrote them. */
export const readPageScripts = (): PageScripts =>
  JSON.parse(readFileSync(PAGE_SCRIPTS_FILE, 'utf8')) as PageScripts;
