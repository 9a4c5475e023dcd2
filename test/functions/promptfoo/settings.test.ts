import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { switches } from '../../../functions/adapters/promptfoo/load-promptfoo.ts';
import {
  optionalPackageIn,
  optionalPackages,
} from '../../../functions/adapters/promptfoo/optional-packages.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('how promptfoo is installed and started', () => {
  it('names each package that package.json replaces by nothing', () => {
    const { overrides } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
    const emptied = Object.entries(overrides.promptfoo)
      .filter(([name, to]) => String(to).endsWith('.npm/empty') && !/^@(?:swc|rollup)\//u.test(name))
      .map(([name]) => name);
    expect([...optionalPackages].sort()).toEqual(emptied.sort());
  });

  it('has the same switches in its own command as inside a run', () => {
    const environment = parseEnv(readFileSync(resolve(root, 'evals/promptfoo/promptfoo.env'), 'utf8'));
    const { LOG_LEVEL: _, PROMPTFOO_CACHE_ENABLED: __, ...shared } = switches;
    expect(environment).toMatchObject(shared);
  });

  it('tells which of these packages an error asks for, and no other', () => {
    const said =
      'The @ibm-cloud/watsonx-ai package is required. Please install it with: npm install @ibm-cloud/watsonx-ai.';
    expect(optionalPackageIn(said)).toBe('@ibm-cloud/watsonx-ai');
    expect(optionalPackageIn('The ibm-cloud-sdk-core package is required as a peer dependency.')).toBe(
      'ibm-cloud-sdk-core',
    );
    expect(optionalPackageIn('API error: 500 please npm install evil-package')).toBeUndefined();
    expect(optionalPackageIn('sharp')).toBeUndefined();
  });
});
