import { HOSTILE_HTML } from './hostile-html.ts';

/** Where browsers and cleaners disagree on what stands there. */
const SPLICES = [
  '<',
  '>',
  '"',
  "'",
  '`',
  '=',
  '/',
  '&lt;',
  '&#60;',
  '&quot;',
  '\u0000',
  '\t',
  '\n',
  '\u2028',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '</title>',
  '</style>',
  '<svg>',
  '<math>',
  '<p>',
  '<table>',
  '<a href="https://a.example">',
  'javascript:',
  ' onerror=hacked() ',
];

/** Numbers from 0 to 1 that are the same in each run. @param seed - a whole number */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Hostile HTML that nobody wrote down: what is known to be hostile, cut, spliced, doubled, put into another
 * and spelt otherwise. The same for the same arguments.
 */
export function mutatedHtml(count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const place = (text: string) => Math.floor(random() * (text.length + 1));
  const changes: ((text: string) => string)[] = [
    (text) => {
      const at = place(text);
      return text.slice(0, at) + pick(SPLICES) + text.slice(at);
    },
    (text) => {
      const at = place(text);
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 4));
    },
    (text) => {
      const at = place(text);
      return text.slice(0, at) + pick(HOSTILE_HTML) + text.slice(at);
    },
    (text) => [...text].map((letter) => (random() < 0.3 ? letter.toUpperCase() : letter)).join(''),
    (text) => text.replace(/[a-z:]/g, (letter) => entity(letter, random())),
    (text) => text.replace(/\s+/g, () => pick(['/', '\t', '\n', '\f', ' '])),
    (text) => text + text.slice(place(text)),
  ];
  return Array.from({ length: count }, () => {
    let text: string = pick(HOSTILE_HTML);
    for (let change = Math.floor(random() * 4); change >= 0; change--) text = pick(changes)(text);
    return text;
  });
}

/** A letter as one of the ways in which HTML spells it, now and then. */
function entity(letter: string, chance: number): string {
  const code = letter.charCodeAt(0);
  if (chance < 0.03) return `&#${code};`;
  if (chance < 0.06) return `&#x${code.toString(16)}`;
  return letter;
}
