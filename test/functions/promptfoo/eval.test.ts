import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { derivedMetrics } from '../../../functions/promptfoo/derived-metrics.ts';
import { type ChatReply, type ChatRequest, startOpenAiServer } from '../../support/openai-server.ts';
import { readEvalResults, readRun, sumOf } from '../../support/promptfoo-results.ts';
import { runCli } from '../../support/run-cli.ts';
import { runPromptfoo } from '../../support/run-promptfoo.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

const shipped = 'evals/promptfoo/promptfooconfig.yaml';
const byggesag = resolve(import.meta.dirname, '../../../datasets/byggesag-da');
const code = (name: string) => `file://${resolve(import.meta.dirname, '../../../functions/promptfoo', name)}`;
const recorder = pathToFileURL(resolve(import.meta.dirname, '../../support/record-connections.mjs')).href;

async function writeSuite(folder: string, fields: object): Promise<string> {
  const suite = join(folder, 'suite.yaml');
  const titles = { titleDa: 'Prøve', titleEn: 'Test' };
  const whole = { schema: 'maalestok.suite.v1', id: 'small', ...titles, split: 'practice', ...fields };
  await writeFile(suite, JSON.stringify(whole));
  return suite;
}

describe('promptfoo eval', () => {
  it('counts as maalestok does, case by case, with the configuration that is shipped, and calls nobody', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const results = join(folder, 'results.json');
    const connections = join(folder, 'connections');
    const environment = { CONNECTIONS_FILE: connections, NODE_OPTIONS: `--import ${recorder}` };
    const { code: exit, output } = await runPromptfoo(['eval', '-c', shipped, '-o', results, '--no-table'], {
      folder: join(folder, 'promptfoo'),
      environment,
    });
    expect(output).toContain('0 errors');
    expect(exit).toBe(100);
    expect(existsSync(connections) ? await readFile(connections, 'utf8') : '').toBe('');

    const suite = await writeSuite(folder, { dataset: byggesag, models: [{ adapter: 'checklist' }] });
    await runCli(['run', '--suite', suite, '--out', join(folder, 'runs'), '--allow-private']);
    const run = await readRun(join(folder, 'runs'), 'checklist');
    const evaluated = await readEvalResults(results);
    expect(Object.keys(run.byCase)).toHaveLength(102);
    expect(evaluated.byCase).toEqual(run.byCase);
    const { defects, citations } = run.model;
    expect(evaluated.totals).toEqual({
      ...sumOf(run.byCase),
      precision: defects.precision.value,
      recall: defects.recall.value,
      f1: expect.closeTo(defects.f1.value!, 12),
      citationPrecision: citations.overall.hierarchical.precision.value,
      citationRecall: citations.overall.hierarchical.recall.value,
      citationF1: expect.closeTo(citations.overall.hierarchical.f1.value!, 12),
    });
  });

  it('has the derived metrics of an export', async () => {
    expect(parse(await readFile(shipped, 'utf8')).derivedMetrics).toEqual(derivedMetrics);
  });

  it('counts the answers of any provider as a run does that asks it, and imports them to the same figures', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeHostileDataset(join(folder, 'data'));
    const server = await startOpenAiServer(answerByCase);
    try {
      const config = { apiBaseUrl: server.url, apiKey: 'none', maxRetries: 0 };
      const model = {
        adapter: 'promptfoo',
        id: 'local',
        version: 'v1',
        provider: 'openai:chat:gpt-local',
        config,
      };
      const suite = await writeSuite(folder, { dataset: 'data', models: [model] });
      await runCli(['run', '--suite', suite, '--out', join(folder, 'runs'), '--allow-private']);
      const run = await readRun(join(folder, 'runs'), 'local');
      const asked = server.requests.splice(0);
      expect(asked).toHaveLength(ids.length);

      const results = join(folder, 'results.json');
      const configFile = await writeConfig(folder, config);
      const environment = { OPENAI_API_KEY: 'sk-not-to-be-seen' };
      const options = { folder: join(folder, 'promptfoo'), environment };
      const { output } = await runPromptfoo(['eval', '-c', configFile, '-o', results, '--no-table'], options);
      expect(output).toContain('1 error');
      expect(textsOf(server.requests)).toEqual(textsOf(asked));
      expect(JSON.stringify(server.requests)).toContain('{{ env.OPENAI_API_KEY }}');
      expect(JSON.stringify(server.requests)).not.toContain('sk-not-to-be-seen');

      const evaluated = await readEvalResults(results);
      const { c10: failed, ...answered } = run.byCase;
      expect(evaluated.byCase).toEqual(answered);
      expect(evaluated.totals).toMatchObject(sumOf(answered));
      expect(failed).toMatchObject({ answered: 0, truePositives: 0, falsePositives: 0, falseNegatives: 1 });

      const screenings = join(folder, 'screenings.jsonl');
      const imported = await runCli(['import', results, '--out', screenings, '--model-version', 'v1']);
      expect(imported.stderr).toBe('local v1: 7 answered, 1 abstained, 3 invalid, 1 failed (2 repaired)\n');
      const replay = { adapter: 'replay', id: 'local', screenings: 'screenings.jsonl' };
      const again = await writeSuite(folder, { dataset: 'data', models: [replay] });
      await runCli(['run', '--suite', again, '--out', join(folder, 'replayed')]);
      const replayed = await readRun(join(folder, 'replayed'), 'local');
      expect(replayed.byCase).toEqual(run.byCase);
      expect({ ...replayed.model, model: null }).toEqual({ ...run.model, model: null });
      expect(replayed.model.model).toMatchObject({ version: 'v1', provenance: 'self-reported' });

      const file = (name: string) => join(folder, 'data', name);
      const scored = await runCli([
        ...['score-file', '--cases', file('practice.cases.jsonl'), '--labels', file('practice.labels.jsonl')],
        ...['--taxonomy', file('taxonomy.json'), '--screenings', screenings, '--json'],
      ]);
      expect(JSON.parse(scored.stdout).models[0].policies).toEqual(run.model.policies);
    } finally {
      await server.close();
    }
  });
});

const ids = Array.from({ length: 12 }, (_, index) => `c${String(index).padStart(2, '0')}`);

/** Cases whose texts read like promptfoo's templates, paths and packages. */
async function writeHostileDataset(folder: string): Promise<void> {
  const texts = [
    '{{ env.OPENAI_API_KEY }}',
    '{% raw %}{{ 7 * 7 }}',
    '#} {# væk',
    'file:///etc/passwd',
    '{"a": "b\\n"}',
  ];
  const cases = ids.map((id, at) => {
    const pages = [{ page: 1, text: `${texts[at % texts.length]} Sag ${id}` }];
    return smallCase(id, {
      documents: [{ documentId: 'a', type: 'form', title: texts[at % texts.length]!, pages }],
    });
  });
  const labels = ids.map((id, at) =>
    smallLabel(id, at % 4 === 3 ? [] : at % 4 === 0 ? ['x1', 'y2'] : ['x1']),
  );
  await writeSmallDataset(folder, { practice: { cases, labels } });
}

/** A service that answers each case in its own way: well, almost well, wrongly, not at all. */
function answerByCase({ body }: ChatRequest): ChatReply {
  const at = ids.findIndex((id) => body.messages[1]!.content.includes(`Sag: ${id}\n`));
  const finding = (code: string, ...citations: string[]) => ({
    text: `Mangel ${code}`,
    code,
    citations,
    evidence: [{ documentId: 'a', page: 1 }],
    confidence: 0.7,
    needsJudgement: false,
  });
  const good = {
    status: 'answered',
    outcome: 'deficient',
    findings: [finding('x1', 'BR18 § 10, stk. 1, nr. 2')],
  };
  const replies: Record<number, ChatReply> = {
    1: { content: `Her er svaret:\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\`` },
    2: {
      content: JSON.stringify({
        ...good,
        findings: [finding('x1'), finding('x1', 'BR18 § 9999'), finding('y2')],
      }),
    },
    4: { content: JSON.stringify(good).slice(0, -30) },
    5: { content: 'Jeg kan ikke hjælpe med denne sag.' },
    6: { content: '{"status":"abstained","outcome":"complete","findings":[]}' },
    7: { content: '{"status":"answered","outcome":"complete","findings":[]}' },
    8: { content: JSON.stringify({ ...good, findings: [{ ...good.findings[0], confidence: 7 }] }) },
    9: {
      content: JSON.stringify({ ...good, findings: [{ ...good.findings[0], evidence: null, code: null }] }),
    },
    10: { status: 400, content: { error: { message: 'content too long' } } },
  };
  return replies[at] ?? { content: JSON.stringify(good) };
}

/** Our prompt and scorer around one of promptfoo's own providers. */
async function writeConfig(folder: string, config: object): Promise<string> {
  const file = join(folder, 'promptfooconfig.json');
  const dataset = join(folder, 'data');
  await writeFile(
    file,
    JSON.stringify({
      prompts: [{ id: `${code('prompt.ts')}:screeningDa1Catalogue`, label: 'da-1', config: { dataset } }],
      providers: [{ id: 'openai:chat:gpt-local', label: 'local', config }],
      tests: [{ path: `${code('tests.ts')}:cases`, config: { dataset } }],
      defaultTest: {
        assert: [{ type: 'javascript', value: `${code('assertions.ts')}:scoreAnswer`, config: { dataset } }],
      },
      evaluateOptions: { cache: false },
    }),
  );
  return file;
}

/** What was said to the service, in the order of the words. */
function textsOf(requests: readonly ChatRequest[]): string[] {
  return requests.map(({ body }) => body.messages.map(({ content }) => content).join('\n')).sort();
}
