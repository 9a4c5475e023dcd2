import { afterEach, describe, expect, it } from 'vitest';
import type { ModelAnswer } from '../../../../evals/ports.ts';
import { type StartedBedrock, startBedrock } from '../../../support/bedrock-model.ts';
import { converse, plainText, plainUsage, toolUse } from '../../../support/converse-server.ts';
import { smallCase } from '../../../support/small-dataset.ts';
import type { WireReply } from '../../../support/wire-server.ts';

let started: StartedBedrock | undefined;
afterEach(() => started?.dispose());

const finding = {
  text: 'Målet til skel mangler.',
  code: 'x1',
  citations: ['BR18 § 10, stk. 1, nr. 2'],
  evidence: [{ documentId: 'a', page: 1, quote: 'skur på 40 m²' }],
  confidence: 0.7,
  needsJudgement: false,
};
const input = { status: 'answered', outcome: 'deficient', findings: [finding] };
const usage = { inputTokens: 100, outputTokens: 20, region: 'eu-central-1' };
const whole: ModelAnswer = {
  status: 'answered',
  outcome: 'deficient',
  findings: [{ findingId: 'f1', ...finding }],
  usage,
};

async function answerTo(reply: WireReply, settings?: object): Promise<ModelAnswer> {
  started = await startBedrock(() => reply, settings);
  const signal = new AbortController().signal;
  return started.model.screen(smallCase('c1'), { repeat: 0, requestId: 'ab'.repeat(32), signal });
}

describe('what a model on Bedrock answers', () => {
  it('through the tool: is the answer, findings numbered', async () => {
    expect(await answerTo(toolUse(input))).toEqual(whole);
  });

  it('with thoughts and words before the tool: the tool counts', async () => {
    const content = [
      { reasoningContent: { reasoningText: { text: 'Jeg overvejer {"findings": []}' } } },
      { text: 'Her er screeningen: {"findings": []}' },
      { toolUse: { toolUseId: 't', name: 'screening', input } },
    ];
    expect(await answerTo(converse(content, { stopReason: 'tool_use', usage: plainUsage }))).toEqual(whole);
  });

  it.each([
    ['its whole input as text', JSON.stringify(input)],
    ['its list as text', { ...input, findings: JSON.stringify([finding]) }],
    [
      'its list as text that is almost JSON',
      { ...input, findings: JSON.stringify([finding]).replace(']}]', ']},]') },
    ],
  ])('through the tool with %s: read, and counted as repaired', async (_, given) => {
    expect(await answerTo(toolUse(given))).toEqual({ ...whole, repaired: true });
  });

  it('as text instead of the tool: read, and repaired only where it had to be', async () => {
    expect(await answerTo(plainText(JSON.stringify(input)))).toEqual(whole);
    await started?.dispose();
    const fenced = `Her er svaret:\n\`\`\`json\n${JSON.stringify(input)}\n\`\`\`\nSig til, hvis du vil vide mere.`;
    expect(await answerTo(plainText(fenced))).toEqual({ ...whole, repaired: true });
  });

  it('that it declines, through the tool: abstained', async () => {
    expect(await answerTo(toolUse({ ...input, status: 'abstained' }))).toEqual({
      status: 'abstained',
      findings: [],
      usage,
    });
  });

  it.each<[string, WireReply, string]>([
    ['declines in words', plainText('Jeg kan desværre ikke hjælpe med det.'), 'not-json'],
    ['writes nothing', converse([], { stopReason: 'end_turn', usage: plainUsage }), 'not-json'],
    [
      'stops at the limit, though the input is whole',
      toolUse(input, { stopReason: 'max_tokens' }),
      'max-tokens',
    ],
    [
      'stops at the limit in the middle of text',
      plainText('{"findings": [{"text": "Må', { stopReason: 'max_tokens' }),
      'max-tokens',
    ],
    ['fills its context', toolUse(input, { stopReason: 'model_context_window_exceeded' }), 'max-tokens'],
    ['garbles the tool', toolUse({}, { stopReason: 'malformed_tool_use' }), 'malformed'],
    ['garbles everything', plainText('', { stopReason: 'malformed_model_output' }), 'malformed'],
    ['gives the tool a list', toolUse([finding]), 'schema'],
    ['gives the tool nothing', toolUse({}), 'schema'],
    ['gives the tool words', toolUse('alt i orden'), 'schema'],
    ['names a list that is none', toolUse({ ...input, findings: 'ingen mangler' }), 'schema'],
    ['is sure beyond 1', toolUse({ ...input, findings: [{ ...finding, confidence: 70 }] }), 'schema'],
  ])('who %s: an invalid answer without findings, its use kept', async (_, reply, kind) => {
    const answer = await answerTo(reply);
    expect(answer).toEqual({
      status: 'invalid',
      findings: [],
      error: { kind, message: expect.any(String) },
      usage,
    });
    expect(answer.error?.message).not.toMatch(/skel|orden|mangler/u);
  });

  it.each<[string, WireReply]>([
    ['a guardrail', plainText('{"findings": []}', { stopReason: 'guardrail_intervened' })],
    ['a filter', toolUse({ ...input, findings: [] }, { stopReason: 'content_filtered' })],
    ['the model itself', plainText('', { stopReason: 'refusal' })],
  ])('that %s refuses: failed, its use kept', async (_, reply) => {
    expect(await answerTo(reply)).toEqual({
      status: 'failed',
      findings: [],
      error: { kind: 'refused', message: expect.any(String) },
      usage,
    });
  });

  it('twice, or by another tool: invalid', async () => {
    const use = (name: string) => ({ toolUse: { toolUseId: name, name, input } });
    const reply = (...content: object[]) => converse(content, { stopReason: 'tool_use', usage: plainUsage });
    expect(await answerTo(reply(use('screening'), use('screening')))).toMatchObject({
      status: 'invalid',
      error: { kind: 'several-answers' },
    });
    await started?.dispose();
    expect(await answerTo(reply(use('send_mail')))).toMatchObject({
      status: 'invalid',
      error: { kind: 'not-json' },
    });
  });

  it('counts what the cache read and wrote in the input, and tells them apart', async () => {
    const cached = {
      inputTokens: 100,
      outputTokens: 20,
      totalTokens: 7120,
      cacheReadInputTokens: 6000,
      cacheWriteInputTokens: 1000,
    };
    expect((await answerTo(toolUse(input, { usage: cached }), { region: 'eu-north-1' })).usage).toEqual({
      inputTokens: 7100,
      outputTokens: 20,
      cacheReadTokens: 6000,
      cacheWriteTokens: 1000,
      region: 'eu-north-1',
    });
  });
});
