/** Article data: every name and type is one of schema.org's vocabulary, from which schema-dts is generated. */
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from '../support/walk.ts';

const FILE = resolve('e2e/crawler/emitted.ts');

/** Which of these values the compiler refuses as JSON-LD of schema.org, by their place. */
function refusedOf(graphs: readonly unknown[]): Set<number> {
  const lines = graphs.map((graph) => `emitted(${JSON.stringify(graph)});`);
  const text = `declare function emitted(graph: import('schema-dts').Graph): void;\n${lines.join('\n')}\nexport {};\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === FILE ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : read(name, ...rest);
  const program = ts.createProgram([FILE], options, host);
  const faults = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  return new Set(
    faults.map(({ file, start = 0, messageText }) => {
      const line = file?.fileName === FILE ? file.getLineAndCharacterOfPosition(start).line : 0;
      if (line === 0) throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      return line - 1;
    }),
  );
}

/** A value with its words taken out: pages of one shape are checked once. */
const shapeOf = (graph: unknown) =>
  JSON.stringify(graph, (key, value: unknown) => {
    if (key === '@id') return '';
    return typeof value === 'string' && !key.startsWith('@') ? 'text' : value;
  });

/** Unknown names and wrong values: the compiler must report each. */
const WRONG = [
  { headlne: 'Two' },
  { '@type': 'NewsArticel' },
  { isAccessibleForFree: 'perhaps' },
  { correction: [{ '@type': 'CorrectionComment', txt: 'Wrong' }] },
  { image: { '@type': 'ImageObject', credit: 'Nobody' } },
].map((parts) => ({
  '@context': 'https://schema.org',
  '@graph': [{ '@type': 'NewsArticle', headline: 'One', ...parts }],
}));

test('every name, type and value is schema.org’s, and one that is not is reported', ({ walk }) => {
  const shapes = new Map(
    walk.pages.flatMap((page) => page.graphs.map((graph) => [shapeOf(graph), graph] as const)),
  );
  const emitted = [...shapes.values()];
  expect(emitted.length).toBeGreaterThan(10);
  const refused = refusedOf([...emitted, ...WRONG]);
  expect(emitted.filter((_, place) => refused.has(place))).toEqual([]);
  expect(WRONG.filter((_, place) => !refused.has(emitted.length + place))).toEqual([]);
});
