import { describe, expect, it } from 'vitest';
import { readPromptAnswer } from '../../../evals/prompts/read-prompt-answer.ts';

const finding = { text: 'Skel mangler', code: 'x1', citations: ['BR18 § 10'], evidence: [], confidence: 0.5 };
const read = (answer: Record<string, unknown>, repaired = false) => readPromptAnswer({ answer, repaired });

describe('an answer to a prompt', () => {
  it('is numbered', () => {
    expect(read({ status: 'answered', outcome: 'deficient', findings: [finding, finding] })).toEqual({
      status: 'answered',
      outcome: 'deficient',
      findings: [
        { ...finding, findingId: 'f1' },
        { ...finding, findingId: 'f2' },
      ],
    });
  });

  it('is empty where the model abstains, whatever it lists', () => {
    expect(read({ status: 'abstained', outcome: 'deficient', findings: [finding] })).toEqual({
      status: 'abstained',
      findings: [],
    });
  });

  it('counts as repaired where nulls or places without a name are left out', () => {
    const loose = {
      ...finding,
      code: null,
      evidence: [{ quote: 'ord' }, { documentId: 'a', page: null }, { field: 'f', documentId: null }],
    };
    const { code: _, ...rest } = finding;
    expect(read({ findings: [loose] })).toEqual({
      status: 'answered',
      findings: [{ ...rest, findingId: 'f1', evidence: [{ documentId: 'a' }, { field: 'f' }] }],
      repaired: true,
    });
    expect(read({ findings: [] }, true)).toEqual({ status: 'answered', findings: [], repaired: true });
  });

  it.each([
    ['no list', {}, 'findings'],
    ['a text for a list', { findings: 'ingen' }, 'findings'],
    ['a confidence over 1', { findings: [{ ...finding, confidence: 80 }] }, 'findings.0.confidence'],
    ['a status of its own', { status: 'failed', findings: [] }, 'status'],
    ['too many findings', { findings: Array(501).fill(finding) }, 'findings'],
  ])('is invalid with %s, and names the place', (_, answer, place) => {
    const { status, findings, error } = read(answer);
    expect({ status, findings, kind: error?.kind }).toEqual({
      status: 'invalid',
      findings: [],
      kind: 'schema',
    });
    expect(error?.message).toMatch(new RegExp(`^${place}: `, 'u'));
    expect(error?.message).not.toContain('Skel mangler');
  });

  it('throws at nothing: evidence that is null names no place, and what nests too deep is invalid', () => {
    const finding = { text: 'a', evidence: [null, { documentId: 'd1' }] };
    expect(read({ findings: [finding] })).toMatchObject({
      status: 'answered',
      findings: [{ findingId: 'f1', evidence: [{ documentId: 'd1' }] }],
      repaired: true,
    });
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(read({ findings: [], more: deep })).toMatchObject({
      status: 'invalid',
      error: { kind: 'too-deep' },
    });
  });
});
