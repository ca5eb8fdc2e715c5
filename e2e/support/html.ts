/** Two checkers of HTML that know nothing of each other: the Nu checker of the W3C, and html-validate. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { needs } from './needs.ts';

export interface Page {
  path: string;
  html: string;
}

const NU = resolve('node_modules/vnu-jar/build/dist/vnu.jar');

/**
 * What this release of the Nu checker does not know yet, though it is in the standards that browsers keep:
 * later releases do, but fetch a Java of their own while npm installs them. Of style sheets it knows those of
 * years ago: here it is asked about HTML.
 */
const YOUNGER_THAN_IT =
  /^CSS: |^Attribute “name” not allowed on element “details”|^Bad value “speculationrules” for attribute “type” on element “script”|^The “aria-controls” attribute must point to an element in the same document\.$/;

interface NuReport {
  messages: { type: string; url: string; lastLine?: number; message: string; extract?: string }[];
}

/** What the Nu checker has against some pages: an error or a warning a line. */
export async function nuComplaints(pages: readonly Page[]): Promise<string[]> {
  needs('default-jre-headless');
  const folder = mkdtempSync(join(tmpdir(), 'caliber-html-'));
  try {
    pages.forEach(({ html }, index) => writeFileSync(join(folder, `${index}.html`), html));
    const { stderr } = await promisify(execFile)(
      'java',
      ['-jar', NU, '--format', 'json', '--exit-zero-always', folder],
      { maxBuffer: 256 * 1024 * 1024 },
    );
    // A slash at the end of `<br/>` is an “info” of its own kind: React writes it.
    const found = (JSON.parse(stderr) as NuReport).messages.filter(
      ({ type, message }) => type !== 'info' && !YOUNGER_THAN_IT.test(message),
    );
    return found.map(
      ({ url, message, extract }) =>
        `${pages[Number.parseInt(basename(url), 10)]?.path}: ${message} ${extract ?? ''}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // A table's scrolling frame is no section of the text: it is a region for who moves by keyboard.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }),
);

/** What html-validate has against some pages. */
export async function validatorComplaints(pages: readonly Page[]): Promise<string[]> {
  const complaints: string[] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
      complaints.push(`${path}: ${ruleId}: ${message} ${selector ?? ''}`);
  }
  return complaints;
}
