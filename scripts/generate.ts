/**
 * `npm run generate`: writes the lists of folders whose every file declares one thing of a kind, such as the
 * languages. Adding a file is enough to add the thing. The lists are committed; a test refuses an old one.
 */
import { writeFileSync } from 'node:fs';
import { derivedLists } from './generate/derived-lists.ts';

for (const { path, text } of await derivedLists()) writeFileSync(path, text);
// Only now: it reads the commands through their lists.
const { commandFacts } = await import('./generate/command-facts.ts');
const facts = await commandFacts();
writeFileSync(facts.path, facts.text);
