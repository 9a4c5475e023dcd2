import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  let said = '';

  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    const script = resolve(import.meta.dirname, 'support/write-assembly.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    said = stdout + stderr;
    expect(status, said).toBe(0);
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

  it('is put together without a warning', () => {
    expect(said).toContain('Bundling asset maalestok-evaluation/plan/');
    expect(said).not.toMatch(/warn|deprecated/iu);
  });

  it('is each handler’s own bundle and nothing else, but for the browser of the one that prints', () => {
    expect(functions.length).toBeGreaterThanOrEqual(14);
    for (const { name, folder: asset } of functions) {
      const files = readdirSync(asset, { withFileTypes: true });
      const deployed = files
        .filter((file) => file.isFile())
        .map((file): [string, Buffer] => [file.name, readFileSync(join(asset, file.name))]);
      expect([name, new Map(deployed)]).toEqual([name, bundleOf(name)]);
      const folders = files.filter((file) => !file.isFile()).map((file) => file.name);
      expect([name, folders]).toEqual([name, name === 'print' ? ['node_modules'] : []]);
    }
  });

  it('is what Lambda takes: 250 MB unpacked', () => {
    for (const { name, folder: asset } of functions) {
      const files = readdirSync(asset, { recursive: true, withFileTypes: true });
      const sizes = files.map((file) => statSync(join(file.parentPath, file.name)).size);
      const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
      expect(size, name).toBeLessThan(250_000_000);
    }
  });

  it('has a name of its own', () => {
    expect(new Set(functions.map(({ folder: asset }) => asset)).size).toBe(functions.length);
  });
});
