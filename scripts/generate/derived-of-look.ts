/** The look's data as style sheets. */
import { COLOURS, TYPEFACE } from '../../components/theme/look.ts';
import type { FontCut } from '../../lib/i18n/locale-declaration.ts';

const LOOK = 'components/theme/look.ts';

/** A colour's name in style sheets: `ink2` → `--ink-2`. */
const propertyOf = (name: string): string =>
  `--${name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}`;

/** A style sheet with the colours, by day and by night. */
export const coloursCss = (colours: Readonly<Record<string, { light: string; dark: string }>>) =>
  [
    `/* Written by \`npm run generate\` from ${LOOK}. */`,
    '@layer tokens {',
    '  :root {',
    ...Object.entries(colours).map(
      ([name, { light, dark }]) => `    ${propertyOf(name)}: light-dark(${light}, ${dark});`,
    ),
    '  }',
    '}',
    '',
  ].join('\n');

/** A style sheet with the font faces of the pages, each for its letters only. */
export function fontFacesCss(cuts: readonly FontCut[]): string {
  const { name, weights } = TYPEFACE;
  return [
    `/* Written by \`npm run generate\` from ${LOOK} and the languages; the fonts are cut by scripts/fonts.ts. */`,
    ...cuts.flatMap(({ file, range }) => [
      '@font-face {',
      `  font-family: '${name}';`,
      `  src: url('/fonts/${file}.woff2') format('woff2');`,
      `  font-weight: ${weights.min} ${weights.max};`,
      '  font-display: optional;',
      `  unicode-range: ${range};`,
      '}',
    ]),
    '',
  ].join('\n');
}

/** The colours as they have to be in the repository. */
export const derivedOfLook = () => [
  { path: 'components/theme/colours.generated.css', text: coloursCss(COLOURS) },
];
