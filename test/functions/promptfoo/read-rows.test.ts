import { describe, expect, it } from 'vitest';
import { type EvalRow, EvalRowSchema } from '../../../functions/promptfoo/eval-row.ts';
import { readRows } from '../../../functions/promptfoo/read-rows.ts';

function row(changes: Partial<Omit<EvalRow, 'vars'>> & { caseId?: string } = {}): EvalRow {
  const { caseId = 'c1', ...rest } = changes;
  const provider = { id: 'openai:chat:gpt', label: '' };
  return EvalRowSchema.parse({ vars: { caseId }, provider, promptIdx: 0, testIdx: 0, ...rest });
}

const read = (rows: readonly EvalRow[]) => readRows({ rows, file: 'results.json', version: 'v1' });
const finding = { text: 'Mangler snit', code: 'x1' };

describe('rows of promptfoo’s results', () => {
  it.each([
    [
      'an object',
      { findings: [finding], outcome: 'deficient' },
      { status: 'answered', outcome: 'deficient' },
    ],
    ['a text', JSON.stringify({ findings: [finding] }), { status: 'answered' }],
    [
      'a text in a fence',
      `Svar:\n\`\`\`json\n${JSON.stringify({ findings: [finding] })}\n\`\`\``,
      { status: 'answered', repaired: true },
    ],
    ['an abstention', '{"status":"abstained","findings":[]}', { status: 'abstained' }],
    ['words', 'Det ved jeg ikke', { status: 'invalid', error: { kind: 'not-json' } }],
    ['a wrong form', { findings: [{ text: 7 }] }, { status: 'invalid', error: { kind: 'schema' } }],
  ])('read %s', (_what, output, expected) => {
    expect(read([row({ response: { output } })])).toMatchObject([
      { model: { id: 'openai:chat:gpt', version: 'v1' }, caseId: 'c1', repeat: 0, ...expected },
    ]);
  });

  it.each([
    [{ isRefusal: true }, 'failed', 'refused'],
    [{ finishReason: 'length' }, 'invalid', 'max-tokens'],
    [{ finishReason: 'content_filter' }, 'failed', 'refused'],
    [{ metadata: { http: { status: 500 } } }, 'failed', 'server-error'],
  ])('take no answer for one that comes with %j', (beside, status, kind) => {
    const output = '{"status":"answered","findings":[]}';
    expect(read([row({ response: { output, ...beside } })])).toMatchObject([
      { status, findings: [], error: { kind } },
    ]);
  });

  it.each([
    ['API error: 500 Internal Server Error\n{"echo":"sagens tekst"}', 'failed', 'server-error'],
    ['Request timed out after 300000 ms', 'failed', 'provider-timeout'],
    ['API call error: TypeError: fetch failed', 'failed', 'network'],
    ['Rate limit exceeded', 'failed', 'throttled'],
    ['something else: sagens tekst', 'failed', 'provider'],
  ])('take "%s" for a failure, and keep its words back', (error, status, kind) => {
    const [screening] = read([row({ response: { error }, error })]);
    expect(screening).toMatchObject({ status, findings: [], error: { kind } });
    expect(JSON.stringify(screening)).not.toContain('sagens tekst');
  });

  it('do not take what an assertion says for a failure', () => {
    const [screening] = read([row({ response: { output: { findings: [] } }, error: 'missed: x1' })]);
    expect(screening).toMatchObject({ status: 'answered' });
  });

  it('count a row without a response as failed', () => {
    expect(read([row({ error: 'no API key' })])).toMatchObject([{ status: 'failed' }]);
    expect(read([row()])).toMatchObject([{ status: 'failed' }]);
  });

  it('number repeats in the order of the tests, however the rows lie', () => {
    const rows = [3, 0, 2, 1].map((testIdx) =>
      row({
        testIdx,
        caseId: testIdx < 2 ? 'a' : 'b',
        response: { output: { findings: [{ text: `t${testIdx}` }] } },
      }),
    );
    const read4 = read(rows).map(({ caseId, repeat, findings }) => [caseId, repeat, findings[0]?.text]);
    expect(read4).toEqual([
      ['a', 0, 't0'],
      ['a', 1, 't1'],
      ['b', 0, 't2'],
      ['b', 1, 't3'],
    ]);
  });

  it('name a model after the provider, and after the prompt where it has several', () => {
    const label = 'Min model / prøve 2 ';
    const answered = { response: { output: { findings: [] } } };
    expect(read([row({ ...answered, provider: { id: 'x', label } })])[0]?.model.id).toBe('Min-model-prøve-2');
    const two = ['a', 'b'].map((each, promptIdx) => row({ ...answered, promptIdx, prompt: { label: each } }));
    expect(read(two).map(({ model }) => model.id)).toEqual(['openai:chat:gpt:a', 'openai:chat:gpt:b']);
    expect(read([row({ ...answered, provider: { id: '///' } })])[0]?.model.id).toBe('promptfoo');
  });

  it('are refused where two columns go by one name', () => {
    const rows = ['a b', 'a/b'].map((label, promptIdx) => row({ provider: { id: 'x', label }, promptIdx }));
    expect(() => read(rows)).toThrow(/two columns that go by "a-b"/u);
  });

  it('keep the name, status and ids that our own provider gives', () => {
    const metadata = {
      maalestok: {
        model: { id: 'vendor', version: '3' },
        status: 'timedOut',
        error: { kind: 'timeout', message: 'no answer' },
      },
    };
    const given = [{ findingId: 'own-1', text: 't' }];
    const rows = [
      row({ response: { output: { findings: [] }, metadata } }),
      row({
        testIdx: 1,
        caseId: 'c2',
        response: {
          output: { findings: given },
          metadata: { maalestok: { ...metadata.maalestok, status: 'answered', error: undefined } },
        },
      }),
    ];
    expect(read(rows)).toMatchObject([
      { model: { id: 'vendor', version: '3' }, caseId: 'c1', status: 'timedOut', error: { kind: 'timeout' } },
      { model: { id: 'vendor', version: '3' }, caseId: 'c2', status: 'answered', findings: given },
    ]);
  });
});
