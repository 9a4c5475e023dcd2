import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writesFieldTwice } from '../../datasets/case-line.ts';
import { endOfJsonString } from '../../datasets/json-string.ts';
import { walkJsonText } from '../../datasets/privacy/walk-json-text.ts';
import { heldLine, renderRejectedLine, withoutReason } from '../../functions/intake/jsonl-rejects.ts';

/** Texts rich in what could be taken for an end. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', '\\', 'a', '\n', ',', ':', '{', 'å') }),
  fc.string(),
);

it('a string ends where JSON.stringify ended it, whatever stands around it', () => {
  fc.assert(
    fc.property(text, text, text, (before, own, after) => {
      const raw = before + JSON.stringify(own);
      expect(endOfJsonString(raw + after, before.length)).toBe(raw.length);
    }),
  );
});

it('texts, fields that come twice and reasons are read as JSON.parse would', () => {
  fc.assert(
    fc.property(fc.dictionary(text, text), text, (record, reason) => {
      const raw = JSON.stringify(record);
      const plain = (each: string) => !/^[0-9a-f]{64}$/u.test(each);
      const walked = [...walkJsonText(raw)].filter(({ key }) => key !== '').map((each) => each.text);
      const values = Object.entries(record).filter(([key, value]) => key !== '' && plain(value));
      expect(walked).toEqual(values.map(([, value]) => value.toWellFormed()));
      expect(writesFieldTwice(raw, JSON.parse(raw))).toBe(false);
      expect(withoutReason(renderRejectedLine(raw, reason))).toBe(raw);
    }),
  );
});

it('a text of as many letters as a line may have overruns nothing', () => {
  const long = 'x'.repeat(30_000_000);
  const line = JSON.stringify({ text: long });
  expect([...walkJsonText(line)].map((each) => each.text.length)).toEqual([long.length]);
  expect(writesFieldTwice(line, { text: long })).toBe(false);
  const rejected = renderRejectedLine(long, 'reason');
  expect(heldLine(JSON.parse(withoutReason(rejected)))?.length).toBe(long.length);
  expect(withoutReason(renderRejectedLine(line, long)).length).toBe(line.length);
});
