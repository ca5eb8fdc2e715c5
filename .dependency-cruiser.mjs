import { ROOMS, rulesOf } from './scripts/lint/rooms.mjs';

export default {
  forbidden: rulesOf(ROOMS),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.next/|^\\.test/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
