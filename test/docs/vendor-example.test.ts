import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { VendorRequestSchema } from '../../evals/screening/vendor-contract.ts';
import { checkUrl, failedOf, mockKey } from '../functions/vendor/check-mock.ts';
import { docsPath } from './compare-file.ts';

const read = (name: string) => readFile(docsPath(`vendors/example/${name}`), 'utf8');

describe('the example server of the page for vendors', () => {
  it('meets the contract, run by node alone', async () => {
    const child = spawn(process.execPath, [docsPath('vendors/example/server.ts'), '0'], {
      env: { VENDOR_KEY: mockKey },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [url] = await once(createInterface(child.stdout), 'line');
      const outcomes = await checkUrl(url, { key: mockKey });
      expect(failedOf(outcomes)).toEqual([]);
      expect(outcomes.filter(({ verdict }) => verdict.verdict === 'pass').length).toBeGreaterThan(40);
    } finally {
      child.kill();
    }
  });

  it('imports nothing that Node does not bring', async () => {
    const imports = [...(await read('server.ts')).matchAll(/from '([^']+)'/gu)].map((match) => match[1]);
    expect(imports.length).toBeGreaterThan(0);
    for (const name of imports) expect(name).toMatch(/^node:/u);
  });
});

describe('the example question', () => {
  it('is a request by the contract, of the first example case', async () => {
    const request = VendorRequestSchema.parse(JSON.parse(await read('request.json')));
    const [first] = (await read('cases.jsonl')).split('\n');
    expect(request.case).toEqual(JSON.parse(first!));
    expect(request.taxonomy).toEqual({ id: builtInTaxonomy().id, version: builtInTaxonomy().version });
    const catalogue = builtInCatalogue();
    expect(request.catalogue).toEqual({ id: catalogue.id, version: catalogue.version });
  });

  it('is posted by the curl script under the headers of the contract', async () => {
    const script = await read('screen-with-curl.sh');
    const { requestId } = JSON.parse(await read('request.json'));
    const headers = [...script.matchAll(/--header '([^:]+): ([^']+)'/gu)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(Object.fromEntries(headers)).toEqual({
      'Content-Type': 'application/json',
      Accept: 'application/json, application/problem+json',
      'Idempotency-Key': requestId,
    });
    expect(script).toContain('--data-binary "@$here/request.json"');
    expect(script).toContain('header = "x-api-key: %s"');
    expect(script).toMatch(/\n {4}"\$url"\n/u);
  });
});
