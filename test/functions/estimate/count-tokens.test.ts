import { encode } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as encodeNewer } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { openTokenCounter } from '../../../functions/estimate/count-tokens.ts';
import { TextMeter } from '../../../functions/estimate/text-meter.ts';

const countTokens = await openTokenCounter();
const danish = 'Ansøgningen mangler en situationsplan med afstande til skel, jf. BR18 § 10, stk. 1, nr. 4. ';

describe('counting tokens', () => {
  it('counts as the encoding cuts', () => {
    expect(countTokens('')).toBe(0);
    expect(countTokens(danish.repeat(50))).toBe(encode(danish.repeat(50)).length);
  });

  it('is in the encoding that it says', () => {
    // As OpenAI's own library has it: "hello", " world".
    expect(encode('hello world')).toEqual([15339, 1917]);
    // The two of its encodings that are in use cut Danish differently, this one into more.
    expect(countTokens(danish)).toBeGreaterThan(encodeNewer(danish).length);
  });

  it('takes what looks like a control token for text', () => {
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('is done with a run of one kind of character, close to what the encoding cuts', () => {
    const run = 'xyzq'.repeat(2000);
    const exact = encode(run).length;
    expect(Math.abs(countTokens(run) - exact)).toBeLessThanOrEqual(exact * 0.01);
    // A million characters: by the square it would take half an hour.
    expect(countTokens('æ'.repeat(1_000_000))).toBe(1_000_000);
  });
});

describe('what texts have in common', () => {
  const system = danish.repeat(100);
  const tokens = countTokens(system);
  const meterOf = (...texts: string[]) => {
    const meter = new TextMeter(countTokens);
    for (const text of texts) meter.add(text);
    return meter;
  };

  it('is what a prompt cache keeps; the mean and the longest are of whole texts', () => {
    const [a, b] = [`${system}A: skur`, `${system}B: en carport på 40 m² ved skel`];
    const [short, long] = [countTokens(a), countTokens(b)];
    expect(meterOf(a, b).use(true)).toEqual({
      inputTokens: (short + long) / 2,
      longestInputTokens: long,
      sharedTokens: tokens,
    });
    expect(meterOf(a, b).use(false)).toMatchObject({ sharedTokens: 0 });
  });

  it('is nothing where it is short, where there is one text, and where there is none', () => {
    expect(meterOf(`${danish}A`, `${danish}B`).use(true)).toMatchObject({ sharedTokens: 0 });
    expect(meterOf(system).use(true)).toMatchObject({ sharedTokens: 0 });
    expect(meterOf().use(true)).toBeUndefined();
  });
});
