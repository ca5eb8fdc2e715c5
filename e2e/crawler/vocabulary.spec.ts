/** Article data: every name and type is one of schema.org's vocabulary, from which schema-dts is generated. */
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from '../support/walk.ts';

const FILE = resolve('e2e/crawler/emitted.ts');

/** What the compiler has against these values as JSON-LD of schema.org. */
function faultsOf(graphs: readonly unknown[]): string[] {
  const values = graphs.map((graph) => JSON.stringify(graph)).join(',\n');
  const text = `import type { Graph } from 'schema-dts';\nexport const emitted: Graph[] = [${values}];\n`;
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
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

/** A value with its words taken out: pages of one shape are checked once. */
const shapeOf = (graph: unknown) =>
  JSON.stringify(graph, (key, value: unknown) =>
    typeof value === 'string' && !key.startsWith('@') ? typeof value : value,
  );

test('every name and type is schema.org’s', ({ walk }) => {
  const shapes = new Map<string, unknown>();
  for (const page of walk.pages)
    for (const graph of page.graphs)
      shapes.set(shapeOf(graph).replaceAll(/"@id":"[^"]*"/g, ''), graph);
  expect(shapes.size).toBeGreaterThan(10);
  expect(faultsOf([...shapes.values()])).toEqual([]);
});

test('a misspelt name, a strange type and a value out of place would be told', () => {
  const article = (parts: object) => ({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'NewsArticle', headline: 'One', ...parts }],
  });
  expect(faultsOf([article({})])).toEqual([]);
  for (const wrong of [
    { headlne: 'Two' },
    { '@type': 'NewsArticel' },
    { isAccessibleForFree: 'perhaps' },
    { correction: [{ '@type': 'CorrectionComment', txt: 'Wrong' }] },
    { image: { '@type': 'ImageObject', credit: 'Nobody' } },
  ])
    expect(faultsOf([article(wrong)]), JSON.stringify(wrong)).not.toEqual([]);
});
