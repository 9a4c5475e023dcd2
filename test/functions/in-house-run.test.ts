import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeAwsEnvironment, setAwsEnvironment } from '../support/aws-environment.ts';
import { startConverseServer, toolUse } from '../support/converse-server.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';
import { startWireServer } from '../support/wire-server.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0)) await each();
});

const ids = ['c0', 'c1', 'c2', 'c3'];
const finding = { text: 'Mangler.', code: 'x1', citations: ['BR18 § 10, stk. 1, nr. 2'], evidence: [] };
const usage = { inputTokens: 10, outputTokens: 5, totalTokens: 115, cacheReadInputTokens: 100 };

/** Two servers: one for Bedrock, whose model finds `x1` everywhere, and one for Lambda, whose function finds nothing. */
async function startServices() {
  const bedrock = await startConverseServer(() =>
    toolUse({ status: 'answered', outcome: 'deficient', findings: [finding] }, { usage }),
  );
  const lambda = await startWireServer(({ body }) => {
    return { body: { caseId: JSON.parse(body).case.caseId, findings: [] } };
  });
  const restore = setAwsEnvironment({
    ...fakeAwsEnvironment,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url,
    AWS_ENDPOINT_URL_LAMBDA: lambda.url,
  });
  undo.push(restore, bedrock.close, lambda.close);
  return { bedrock, lambda };
}

async function writeSuite(folder: string, modelId: string): Promise<string> {
  await writeSmallDataset(join(folder, 'data'), {
    test: {
      cases: ids.map((id) => smallCase(id)),
      labels: ids.map((id, at) => smallLabel(id, at === 0 ? [] : ['x1'])),
    },
  });
  const suite = join(folder, 'suite.yaml');
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: small
titleDa: Lille
titleEn: Small
dataset: data
models:
  - {adapter: bedrock, id: sonnet, modelId: "${modelId}", prompt: screening-da-1}
  - {adapter: lambda, id: egen, version: "3", functionName: screening, region: eu-west-1}
`,
  );
  return suite;
}

describe('a run of in-house models', () => {
  it('asks Bedrock and Lambda each case once, and scores what they answer', async () => {
    await using temporary = await temporaryFolder();
    const { bedrock, lambda } = await startServices();
    const suite = await writeSuite(temporary.folder, 'eu.anthropic.x');
    const out = join(temporary.folder, 'runs');
    expect(await runCli(['run', '--suite', suite, '--out', out])).toMatchObject({ code: 0 });
    const run = join(out, (await readdir(out))[0]!);
    const { models } = JSON.parse(await readFile(join(run, 'result.json'), 'utf8'));
    expect(
      models.map(({ model, defects }: (typeof models)[0]) => [model.id, model.kind, defects.recall.value]),
    ).toEqual([
      ['sonnet', 'in-house', 1],
      ['egen', 'in-house', 0],
    ]);
    const calls = (await readFile(join(run, 'calls', 'sonnet.jsonl'), 'utf8')).trim().split('\n');
    // In the order in which the answers came.
    const inOrder = calls.map((line) => JSON.parse(line)).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    expect(inOrder).toMatchObject(
      ids.map((caseId) => ({
        caseId,
        status: 'answered',
        inputTokens: 110,
        outputTokens: 5,
        cacheReadTokens: 100,
        region: 'eu-central-1',
      })),
    );
    expect([bedrock.requests.length, lambda.requests.length]).toEqual([4, 4]);
    const requestIds = lambda.requests.map(({ body }) => JSON.parse(body).requestId);
    expect(new Set(requestIds).size).toBe(4);
  });

  it('does not begin where a model would send cases out of the EU', async () => {
    await using temporary = await temporaryFolder();
    const { bedrock } = await startServices();
    const suite = await writeSuite(temporary.folder, 'us.anthropic.x');
    const { code, stderr } = await runCli(['run', '--suite', suite, '--out', join(temporary.folder, 'runs')]);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'field models[0].modelId: "us.anthropic.x", which is no inference profile of the EU',
    );
    expect(bedrock.requests).toEqual([]);
  });
});
