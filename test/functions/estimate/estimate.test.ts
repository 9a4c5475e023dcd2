import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LabelSchema } from '../../../datasets/label.ts';
import { CallSchema } from '../../../evals/artifacts.ts';
import { type Estimate, EstimateSchema } from '../../../evals/prices/estimate.ts';
import { findPrice } from '../../../evals/prices/find-price.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { fakeAwsEnvironment, setAwsEnvironment } from '../../support/aws-environment.ts';
import { type MeteringServer, startMeteringServer } from '../../support/metering-converse-server.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';
import { startWireServer } from '../../support/wire-server.ts';

const data = resolve(import.meta.dirname, '../../../datasets/byggesag-da');
const region = 'eu-central-1';
const sonnet = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const nova = 'eu.amazon.nova-lite-v1:0';
const pixtral = 'eu.mistral.pixtral-large-2502-v1:0';

const suiteText = `schema: maalestok.suite.v1
id: try
titleDa: Prøve
titleEn: Trial
dataset: ${data}
split: validation
models:
  - { adapter: bedrock, modelId: '${sonnet}' }
  - { adapter: bedrock, modelId: '${nova}' }
  - { adapter: bedrock, modelId: '${pixtral}', promptCache: false }
  - { adapter: silent }
`;

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let server: MeteringServer;
let restore: () => void;
let suite: string;
beforeAll(async () => {
  temporary = await temporaryFolder();
  const lines = (await readFile(join(data, 'test.labels.jsonl'), 'utf8')).trim().split('\n');
  server = await startMeteringServer(
    lines.map((line) => LabelSchema.parse(JSON.parse(line))),
    60,
  );
  restore = setAwsEnvironment({ ...fakeAwsEnvironment, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url });
  suite = join(temporary.folder, 'suite.yaml');
  await writeFile(suite, suiteText);
});
afterAll(async () => {
  restore();
  await server.close();
  await temporary[Symbol.asyncDispose]();
});

async function estimateOf(...flags: string[]): Promise<Estimate> {
  const { stdout, stderr, code } = await runCli(['estimate', '--suite', suite, '--json', ...flags]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return EstimateSchema.parse(JSON.parse(stdout));
}

/** What a run's calls cost, as they say. */
async function spentOf(runs: string, modelId: string): Promise<number> {
  const [run] = await readdir(runs);
  const lines = (await readFile(join(runs, run!, runKeys.calls(modelId)), 'utf8')).trim().split('\n');
  return lines
    .map((line) => CallSchema.parse(JSON.parse(line)))
    .reduce((sum, call) => sum + call.costDkk!, 0);
}

/** What the service itself would bill, from its own books. */
function billOf(modelId: string): number {
  const price = findPrice(modelId, region)!;
  const dollars = server.billed.get(modelId)!.reduce((sum, usage) => {
    const { inputTokens, outputTokens, cacheReadInputTokens = 0, cacheWriteInputTokens = 0 } = usage;
    return (
      sum +
      inputTokens * price.inputPerMillion +
      outputTokens * price.outputPerMillion +
      cacheReadInputTokens * (price.cacheReadPerMillion ?? price.inputPerMillion) +
      cacheWriteInputTokens * (price.cacheWritePerMillion ?? price.inputPerMillion)
    );
  }, 0);
  return (dollars / 1_000_000) * 6.6895;
}

describe('maalestok estimate', () => {
  it('calls nobody, needs no key, and asks no more of a model that is not called', async () => {
    const withoutKeys = setAwsEnvironment({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url });
    const made = await estimateOf('--out', join(temporary.folder, 'none')).finally(withoutKeys);
    expect(server.connections()).toBe(0);
    expect(server.billed.size).toBe(0);
    expect(made).toMatchObject({ cases: 83, countedCases: 83, repeats: 1, calls: 249, maxCostDkk: null });
    expect(made.models.map(({ id, called, costDkk }) => [id, called, costDkk === 0])).toEqual([
      [sonnet, true, false],
      [nova, true, false],
      [pixtral, true, false],
      ['silent', false, true],
      ['constant', false, true],
    ]);
  });

  it('calls no vendor either, and reads none of its secrets', async () => {
    const vendor = await startWireServer(() => ({ status: 500 }));
    const file = join(temporary.folder, 'vendor.yaml');
    const head = suiteText.slice(0, suiteText.indexOf('models:'));
    const auth = 'auth: { type: bearer, token: env:MAALESTOK_TEST_NOT_SET }';
    const price = 'price: { of: 2026-11-01, perCall: 2.5 }';
    const model = `{ adapter: http, id: v, version: '1', url: '${vendor.url}/screen', ${auth}, ${price} }`;
    await writeFile(file, `${head}models:\n  - ${model}\n`);
    const { stdout, stderr } = await runCli(['estimate', '--suite', file, '--json', '--limit', '7']);
    const made = EstimateSchema.parse(JSON.parse(stdout || stderr));
    expect(vendor.requests).toEqual([]);
    expect(made.models[0]).toMatchObject({ id: 'v', calls: 7, inputFrom: 'text', costDkk: 17.5 });
    await vendor.close();
  });

  it('is within a tenth of what the run then costs, model by model, by an independent meter', async () => {
    const runs = join(temporary.folder, 'runs');
    const before = await estimateOf('--out', runs);
    const ran = await runCli(['run', '--suite', suite, '--out', runs]);
    expect(ran.code, ran.stderr).toBe(0);
    for (const id of [sonnet, nova, pixtral]) {
      const { costDkk, inputFrom } = before.models.find((model) => model.id === id)!;
      const spent = await spentOf(runs, id);
      expect(inputFrom).toBe('text');
      expect(server.billed.get(id)).toHaveLength(83);
      expect(spent).toBeCloseTo(billOf(id), 3);
      expect(Math.abs(costDkk! / spent - 1), `${id}: ${costDkk} of ${spent}`).toBeLessThan(0.1);
      // The meter counts what the estimate cannot know: it is no copy of it.
      expect(costDkk).not.toBeCloseTo(spent, 6);
    }
    const after = await estimateOf('--out', runs);
    for (const id of [sonnet, nova, pixtral]) {
      const model = after.models.find((each) => each.id === id)!;
      expect(model).toMatchObject({ inputFrom: 'calls', outputFrom: 'calls', latencyFrom: 'calls' });
      expect(model.earlierRun).toMatchObject({ calls: 83 });
      expect(model.costDkk).toBeCloseTo(await spentOf(runs, id), 6);
    }
  });

  it('says in words what it rests on, and whether it stays within a limit', async () => {
    const flags = ['estimate', '--suite', suite, '--out', join(temporary.folder, 'none'), '--limit', '10'];
    const danish = await runCli([...flags, '--max-cost', '0,5']);
    expect(danish.stdout).toContain('Prøve: 10 sager, 1 gang hver. Overslag; intet er sendt.');
    expect(danish.stdout).toContain('cl100k_base');
    expect(danish.stdout).toContain('Priser pr. 2026-11-01, valutakurs 2026-10-30');
    expect(danish.stdout).toContain('Kontrollér dem, før du stoler på dem.');
    expect(danish.stdout).toMatch(/Over 0,50 kr\.: kørslen ville standse efter omkring \d+ % af kaldene/u);
    const english = await runCli([...flags, '--max-cost', '1000', '--language', 'en']);
    expect(english.stdout).toContain('Within DKK 1,000.00.');
    expect(english.stdout).toContain('silent, constant: built in or read from a file; costs nothing.');
    expect((await runCli([...flags, '--max-cost', 'much'])).code).toBe(2);
  });
});
