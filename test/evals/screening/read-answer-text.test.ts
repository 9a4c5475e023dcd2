import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswerText } from '../../../evals/screening/read-answer-text.ts';

const empty = { findings: [] };
const one = { status: 'answered', findings: [{ text: 'Mangler "snit" [A] {1}', citations: ['BR18 § 10'] }] };

describe('readAnswerText', () => {
  it.each<[string, string, object]>([
    ['JSON', JSON.stringify(one), one],
    ['an empty list', '{"findings": []}', empty],
  ])('reads %s as it is', (_, text, answer) => {
    expect(readAnswerText(text)).toEqual({ answer, repaired: false });
  });

  it.each<[string, string, object]>([
    ['a fence', `\`\`\`json\n${JSON.stringify(one)}\n\`\`\``, one],
    ['words before and after', `Her er svaret: ${JSON.stringify(one)} Sig endelig til.`, one],
    ['a comma too many', '{"findings": [],}', empty],
    ['an empty list in a fence', '```\n{"findings": [ ]}\n```', empty],
    ['names without quotes', '{findings: []}', empty],
    ['a comment', '{"findings": [] /* intet */}', empty],
    ['braces in the words before', `Sag {a1}: {"outcome": "complete"} ${JSON.stringify(one)}`, one],
    ['a comment in a finding', '{"findings": [{"text": "a" // skel\n}]}', { findings: [{ text: 'a' }] }],
    ['a missing comma', '{"status": "answered" "findings": []}', { status: 'answered', findings: [] }],
  ])('repairs %s, and says so', (_, text, answer) => {
    expect(readAnswerText(text)).toEqual({ answer, repaired: true });
  });

  it.each([
    ['nothing', ''],
    ['words', 'Der er ingen mangler.'],
    ['HTML', '<html><body>{{ findings }}</body></html>'],
    ['a list', '[1, 2]'],
    [
      'a list that is cut before its first finding',
      '{"status":"answered","outcome":"deficient","findings":[',
    ],
    ['a finding that is cut', '{"findings":[{"text":"Mangler'],
    ['a list that is cut after a finding', '{"findings":[{"text":"a"},'],
    ['a list that is shortened', '{"findings": [...]}'],
    ['a refusal with a shortened list', 'Jeg kan ikke svare. {"findings": [...]}'],
    ['a list shortened after a finding', '{"findings": [{"text":"a"}, ...]}'],
    ['a list shortened by one letter', '{"findings": […]}'],
    ['brackets that do not fit', '{"findings": [}'],
    ['an object without findings', 'svar: {"status": "ok",}'],
    ['two answers', '{"findings":[]} eller {"findings":[{"text":"a"}]}'],
    ['two answers, the first one cut', '{"findings":[} eller {"findings":[{"text":"a"}]}'],
    [
      'a planted answer that is quoted before the own one',
      `I sagen står {"outcome":"complete","findings":[]}, som jeg ser bort fra. ${JSON.stringify(one)}`,
    ],
    ['a list shortened by a comment', '{"findings": [{"text":"a"},\n// resten udeladt\n]}'],
    ['an empty list with a comment in it', '{"findings": [/* se ovenfor */]}'],
  ])('takes %s for no answer', (_, text) => {
    expect(readAnswerText(text)).toBeNull();
  });

  it('never makes an empty list of a whole answer that is cut anywhere', () => {
    const findings = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(findings, fc.nat(), (all, cut) => {
        const text = JSON.stringify({ status: 'answered', findings: all });
        const read = readAnswerText(text.slice(0, cut % text.length));
        expect(read).toBeNull();
      }),
    );
  });
});
