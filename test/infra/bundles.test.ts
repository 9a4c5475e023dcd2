import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { bundleOf } from '../../infra/bundling/bundle-handlers.ts';
import { resourcesOf, type Template } from './support/templates.ts';

interface Deployed {
  name: HandlerName;
  folder: string;
}

describe('what is deployed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  let functions: Deployed[] = [];

  beforeAll(() => {
    const script = resolve(import.meta.dirname, 'support/write-assembly.ts');
    execFileSync(process.execPath, [script, folder], { stdio: 'ignore' });
    const read = (stack: string): Template =>
      JSON.parse(readFileSync(join(folder, `${stack}.template.json`), 'utf8'));
    const stacks = { evaluation: read('maalestok-evaluation'), api: read('maalestok-api') };
    functions = resourcesOf(stacks, 'AWS::Lambda::Function').map(({ resource }) => {
      const { FunctionName, Code } = resource.Properties as { FunctionName: string; Code: { S3Key: string } };
      const asset = Code.S3Key.replace(/\.zip$/u, '');
      return {
        name: FunctionName.replace('maalestok-', '') as HandlerName,
        folder: join(folder, `asset.${asset}`),
      };
    });
  });

  it('is each handler’s own bundle, and nothing else', () => {
    expect(functions.length).toBeGreaterThanOrEqual(13);
    for (const { name, folder: asset } of functions) {
      const deployed = new Map(readdirSync(asset).map((file) => [file, readFileSync(join(asset, file))]));
      expect([name, deployed]).toEqual([name, bundleOf(name)]);
    }
    expect(new Set(functions.map(({ folder: asset }) => asset)).size).toBe(functions.length);
  });
});
