/** `npm run build`: makes the production build, unless the one that lies there is of the same sources. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { CodedError } from '../lib/errors.ts';
import { compilePageScripts, PAGE_SCRIPTS_FILE } from '../lib/page-cache/finish/page-script.ts';
import { compileStyles, PAGE_STYLES_FILE } from '../lib/page-cache/finish/page-styles.ts';
import { layOutWithEarlier } from './earlier-files.ts';
import { withProgress } from './progress.ts';

const SERVED = '.next/served';
/** Of what is built only `cache` outlives the next build. */
const KEPT = '.next/cache/caliber';
const STAMP = '.next/caliber-sources';
/** What a build is made of; everything else may change without a new one. */
const SOURCES = [
  'app',
  'public',
  'components',
  'lib',
  'messages',
  'next.config.ts',
  'package-lock.json',
];
const CONFIGURATION = ['publication.config.ts', 'tsconfig.json'];

/** A hash of every source file's name and bytes. */
function sourcesHash(): string {
  const list = execFileSync(
    'find',
    [...SOURCES, ...CONFIGURATION, '-type', 'f', '-not', '-name', '*.test.ts*'],
    {
      encoding: 'utf8',
    },
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of list.split('\n').filter(Boolean).sort()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Copies what is served as it is to one folder, with the compressed forms of what shrinks. */
function layOutFiles(): void {
  rmSync(SERVED, { recursive: true, force: true });
  const served = `${SERVED}/_next/static`;
  layOutWithEarlier({ built: '.next/static', kept: KEPT, served, now: new Date() });
  cpSync('public', SERVED, { recursive: true });
  for (const name of readdirSync(SERVED, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg|json|txt)$/.test(name)) continue;
    const bytes = readFileSync(`${SERVED}/${name}`);
    writeFileSync(`${SERVED}/${name}.br`, brotliCompressSync(bytes));
    writeFileSync(`${SERVED}/${name}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Takes the style sheets of the build apart, by their address. */
function takeStylesApart(): void {
  const folder = '.next/static';
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  const styles = Object.fromEntries(
    sheets.map((name) => [
      `/_next/static/${name}`,
      compileStyles(readFileSync(`${folder}/${name}`, 'utf8')),
    ]),
  );
  writeFileSync(PAGE_STYLES_FILE, JSON.stringify(styles));
}

/**
 * Builds when there is something new to build.
 * @throws CodedError `build_failed` with what the framework printed
 */
export async function buildPortal(): Promise<void> {
  const hash = sourcesHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  await withProgress('Building the portal', () => {
    const build = spawn('next', ['build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [build.stdout, build.stderr]) {
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    }
    return new Promise<void>((resolve, reject) => {
      build.once('error', reject);
      build.once('exit', (code) => {
        if (code === 0) resolve();
        else reject(new CodedError('build_failed', `The build failed:\n${printed}`));
      });
    });
  });
  layOutFiles();
  takeStylesApart();
  writeFileSync(PAGE_SCRIPTS_FILE, JSON.stringify(await compilePageScripts()));
  writeFileSync(STAMP, hash);
}

if (import.meta.main) {
  buildPortal().catch((cause: unknown) => {
    console.error(cause instanceof CodedError ? cause.message : cause);
    process.exitCode = 1;
  });
}
