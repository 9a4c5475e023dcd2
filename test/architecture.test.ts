import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/**
 * The one order of imports, from left to right: a file imports its own place and what stands before it.
 * A place is a folder, or a single file of a folder; the longest match decides.
 */
const order = [
  'datasets',
  'evals/screening',
  'evals/ports.ts',
  'evals/prices',
  'evals/prompts',
  'evals/baselines',
  'evals/matching',
  'evals/statistics',
  'datasets/transforms',
  'datasets/intake',
  'datasets/synthesis',
  'evals/scores',
  'evals/agreement',
  'evals/canonical-hash.ts',
  'evals/hash-lines.ts',
  'evals/signing',
  'evals/request-id.ts',
  'evals/artifacts.ts',
  'evals/comparison.ts',
  'evals/suite-model.ts',
  'evals/suite.ts',
  'evals/require-transfer.ts',
  'evals/run-keys.ts',
  'evals/label-index.ts',
  'evals/annotation-index.ts',
  'evals/read-judged.ts',
  'evals/quote-argument.ts',
  'evals/open-dataset.ts',
  'evals/hash-beside.ts',
  'evals/require-gate.ts',
  'evals/read-practice.ts',
  'evals/comparability.ts',
  'evals/explain-comparability.ts',
  'evals/engine',
  'evals/steps',
  'evals/publishing',
  'evals/labelling',
  'evals/dataset',
  'evals/check-in',
  'reports',
  'functions/cloud-names.ts',
  'functions/bundles',
  'functions/adapters',
  'functions/models',
  'functions/runtime.ts',
  'functions/run',
  'functions/estimate',
  'functions/publishing',
  'functions/check-in',
  'functions/json-schemas.ts',
  'functions/openapi',
  'functions/drawings',
  'functions/promptfoo',
  'functions/vendor',
  'functions/pdf',
  'functions/print',
  'functions/intake',
  'functions/api',
  'functions/cloud-records.ts',
  'functions/cloud-runtime.ts',
  'functions/cloud',
  'functions/handlers',
  'functions/cli',
  'infra',
] as const;

/** Folders of code that stand outside the order: they may import anything. */
const outside = ['test', 'bench', 'docs'];

/** What core (all but functions/) may import from outside the project. */
const coreMayImport = [
  'node:crypto',
  'zod',
  'yaml',
  'canonicalize',
  'csv-parse',
  'csv-stringify',
  'minisearch',
  'pure-rand',
  '@stdlib/stats-base-dists-t-quantile',
  'hono/html',
  'p-limit',
  'jsonrepair',
  'hucre',
  'exifreader',
  'fastest-levenshtein',
  'fflate',
  'saxes',
  'unpdf',
  'pdf-lib',
  '@pdf-lib/fontkit',
];

interface Import {
  from: string;
  to: string;
}

describe('the order of imports', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !/^(node_modules|runs|cdk\.out)\//u.test(file) && file.includes('/'),
    )
    .filter((file) => !outside.some((folder) => file.startsWith(`${folder}/`)));
  const imports = files.flatMap(importsOf);

  it('gives every file a place', () => {
    expect(files.filter((file) => placeOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });

  it('goes one way', () => {
    const wrong = imports
      .filter(({ to }) => to.startsWith('.'))
      .map(({ from, to }) => ({ from, to: relative(root, join(root, dirname(from), to)) }))
      .filter(({ from, to }) => to.endsWith('.ts') && indexOf(to) > indexOf(from))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it('keeps the stacks apart from the code that they deploy: they share names, and how it is bundled', () => {
    const shared = ['functions/cloud-names.ts', 'functions/bundles/bundle-options.ts'];
    const known = (to: string) => to.startsWith('infra/') || shared.includes(to);
    const foreign = imports
      .filter(({ from, to }) => from.startsWith('infra/') && to.startsWith('.'))
      .map(({ from, to }) => ({ from, to: relative(root, join(root, dirname(from), to)) }))
      .filter(({ to }) => !known(to))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(foreign).toEqual([]);
    expect(files.filter((file) => file.startsWith('infra/')).length).toBeGreaterThan(5);
  });

  it('keeps I/O, clocks and chance out of the core', () => {
    const core = (file: string) => !/^(?:functions|infra)\//u.test(file);
    const foreign = imports
      .filter(({ from, to }) => core(from) && !to.startsWith('.'))
      .filter(({ to }) => !coreMayImport.some((name) => to === name || to.startsWith(`${name}/`)))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(foreign).toEqual([]);
    const impure = files
      .filter(core)
      .filter((file) => /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bprocess\./u.test(read(file)));
    expect(impure).toEqual([]);
  });

  it('has no cycle between files', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) {
      if (!to.startsWith('.') || !to.endsWith('.ts')) continue;
      edges.set(from, [...(edges.get(from) ?? []), relative(root, join(root, dirname(from), to))]);
    }
    expect(findCycle(edges)).toBeUndefined();
  });
});

function placeOf(file: string): string | undefined {
  return order
    .filter((place) => file === place || file.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function indexOf(file: string): number {
  return order.indexOf((placeOf(file) ?? '') as (typeof order)[number]);
}

/** Imports at run time and of types, static and dynamic. */
function importsOf(file: string): Import[] {
  const pattern = /(?:from|import)\s*\(?\s*'([^']+)'/gu;
  return [...read(file).matchAll(pattern)].map((match) => ({ from: file, to: match[1]! }));
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
