import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorKinds, kindOfStatus } from '../../evals/screening/error-kinds.ts';
import { compareSection, docsPath, root } from './compare-file.ts';
import { renderKinds } from './render-kinds.ts';

/** Kinds that code names, by the file that does. */
function kindsInCode(): Map<string, string> {
  const found = new Map<string, string>();
  const named = [
    /\bModelCallError\(\s*'([^']+)'/gu,
    /\b(?:fail|refuse|invalidAnswer)\(\s*'([^']+)'/gu,
    /\bfailure\(\s*'\w+',\s*'([^']+)'/gu,
    /\b(?:error: \{ )kind: '([^']+)'/gu,
    /"`, '([a-z-]+)'\)/gu,
    /\? '([a-z-]+)' : '([a-z-]+)', message\)/gu,
  ];
  for (const folder of [
    'evals/screening',
    'evals/prompts',
    'evals/steps',
    'functions/adapters',
    'functions/promptfoo',
  ]) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('error-kinds.ts')) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      const matches = named.flatMap((pattern) => [...text.matchAll(pattern)]);
      for (const match of matches) for (const kind of match.slice(1)) found.set(kind!, join(folder, file));
    }
  }
  return found;
}

describe('the kinds of error', () => {
  it('are those that code names, and each is named', () => {
    const found = kindsInCode();
    // Those that are worked out of a status.
    for (const status of [400, 404, 500]) {
      found.set(kindOfStatus(status).kind.replace(/^http-\d+$/u, 'http-NNN'), 'kindOfStatus');
    }
    expect([...found.keys()].sort()).toEqual(Object.keys(errorKinds).sort());
  });

  it.each([
    ['endpoints.md', ['http'] as const],
    ['in-house-models.md', ['bedrock', 'lambda'] as const],
    ['promptfoo.md', ['promptfoo'] as const],
    ['running.md', ['run'] as const],
  ])('stand on docs/%s', async (page, sources) => {
    await compareSection(docsPath(page), 'kinds', renderKinds(...sources));
  });
});
