import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { needs } from './needs.ts';

/**
 * Has xmllint read an XML text, against a schema of `e2e/crawler/schemas` where one is named.
 * @throws Error with what xmllint says of a text that is not valid
 */
export function checkXml(text: string, schema?: 'sitemap' | 'siteindex'): void {
  needs('libxml2-utils');
  const path =
    schema && fileURLToPath(new URL(`../crawler/schemas/${schema}.xsd`, import.meta.url));
  execFileSync('xmllint', ['--noout', '--nonet', ...(path ? ['--schema', path] : []), '-'], {
    input: text,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/** The texts of an element, in order, where it holds nothing but text. */
export const textsOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(
    (match) => match[1] ?? '',
  );
