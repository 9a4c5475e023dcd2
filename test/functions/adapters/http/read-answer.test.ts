import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScreeningStatusSchema } from '../../../../evals/screening/screening.ts';
import { toScreening } from '../../../../evals/steps/to-screening.ts';
import { readAnswer } from '../../../../functions/adapters/http/read-answer.ts';
import { Redactor } from '../../../../functions/adapters/http/redactor.ts';

const expected = { caseId: 'c1', version: '1', depth: 64 };

describe('readAnswer', () => {
  it('hands on findings, outcome and tokens', () => {
    const findings = [{ findingId: 'f1', text: 'Mål mangler', code: 'x' }];
    const usage = { inputTokens: 10, outputTokens: 2 };
    const text = JSON.stringify({
      caseId: 'c1',
      outcome: 'deficient',
      findings,
      usage,
      error: 'none',
      repeat: 9,
    });
    expect(readAnswer(text, 'application/json', expected)).toEqual({
      status: 'answered',
      outcome: 'deficient',
      findings,
      usage,
    });
  });

  it('makes an answer of any text, and never throws', () => {
    const envelope = fc.record(
      {
        caseId: fc.constantFrom('c1', 'c2', 1, null),
        status: fc.constantFrom('answered', 'abstained', 'failed', null),
        findings: fc.anything(),
        model: fc.anything(),
        usage: fc.anything(),
        outcome: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      envelope.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(texts, fc.nat(200), (whole, end) => {
        const answer = readAnswer(whole.slice(0, end), 'application/json', expected);
        const screening = toScreening({ id: 'm', version: '1' }, 'c1', 0, answer);
        expect(ScreeningStatusSchema.safeParse(screening.status).success).toBe(true);
        expect(['answered', 'abstained', 'invalid']).toContain(screening.status);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Redactor', () => {
  it('takes out a secret, as it is and as JSON writes it', () => {
    const redactor = new Redactor();
    redactor.set('a', 'pass"word\\1');
    expect(redactor.redact('x pass"word\\1 y pass\\"word\\\\1')).toBe('x [secret] y [secret]');
  });

  it('finds it however an answer escaped it', () => {
    const redactor = new Redactor();
    redactor.set('a', 'abcd/efgh+1234');
    const answer: unknown = JSON.parse('{"text":"abcd\\/efgh\\u002b1234","list":["abcd/efgh+1234"],"n":1}');
    expect(redactor.redactIn(answer)).toEqual({ text: '[secret]', list: ['[secret]'], n: 1 });
  });

  it('still takes out a secret when another has taken its place, and leaves short ones', () => {
    const redactor = new Redactor();
    redactor.set('token', 'first-token');
    redactor.set('token', 'second-token');
    redactor.set('id', 'ab');
    expect(redactor.redact('first-token second-token ab')).toBe('[secret] [secret] ab');
  });
});
