import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashJson } from '../../../evals/signing/hash-json.ts';

const hashText = (text: string) => hashJson(new TextEncoder().encode(text));
/** As it comes out of a file: 0 has no sign there. */
const json = fc.jsonValue({ maxDepth: 5 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

/** The same value with the fields of every object in the opposite order. */
function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reverse(each)]);
  return Object.fromEntries(entries.reverse());
}

describe('hashJson', () => {
  it('is the same however a document is indented and its fields are ordered', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const plain = hashText(JSON.stringify(value));
        expect(plain).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), value });
        expect(hashText(JSON.stringify(reverse(value), null, indent))).toMatchObject({
          sha256: (plain as { sha256: string }).sha256,
        });
      }),
    );
  });

  it('differs where the values do', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const [first, second] = [a, b].map((value) => hashText(JSON.stringify(value)) as { sha256: string });
        const alike = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(first!.sha256 === second!.sha256).toBe(alike);
      }),
    );
  });

  /** @source RFC 8785, section 3.2.3 (order of names) and appendix B (numbers) */
  it('hashes what RFC 8785 says', () => {
    const text =
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",' +
      '"1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis",' +
      '"n":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0]}';
    const canonical =
      '{"\\r":"Carriage Return","1":"One","n":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
      '"\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face",' +
      '"\ufb33":"Hebrew Letter Dalet With Dagesh"}';
    expect(hashText(text)).toMatchObject({
      sha256: createHash('sha256').update(canonical).digest('hex'),
    });
  });

  it('refuses a field that stands twice, wherever and however it is written', () => {
    const twice = { wrong: 'it names a field twice' };
    expect(hashText('{"a":1,"a":1}')).toEqual(twice);
    expect(hashText('[{"x":{"a" :1,"\\u0061"\n: 2}}]')).toEqual(twice);
    expect(hashText('{"__proto__":1,"__proto__":2}')).toEqual(twice);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), json, (fields, more) => {
        const text = JSON.stringify(fields);
        const again = JSON.stringify(Object.keys(fields)[0]);
        expect(hashText(`${text.slice(0, -1)},${again}:${JSON.stringify(more)}}`)).toEqual(twice);
      }),
    );
  });

  it.each([
    ['it is no UTF-8 text', new Uint8Array([0x22, 0xff, 0x22])],
    ['it is no JSON', '{"a":1'],
    ['it is no JSON', ''],
    ['it is nested too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['it holds a number or a text that canonical JSON cannot hold', '{"a":1e999}'],
    ['it holds a number or a text that canonical JSON cannot hold', '{"a":"\\ud800"}'],
  ])('says of what has no canonical form: %s', (wrong, given) => {
    const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
    expect(hashJson(bytes)).toEqual({ wrong });
  });

  it('is not led astray by quotes and backslashes in texts', () => {
    const texts = ['"', '\\', '\\"', '":', '\\\\":', '{"a":1}'];
    for (const text of texts) {
      expect(hashText(JSON.stringify({ [text]: text, [`${text}:`]: [text] }))).toHaveProperty('sha256');
    }
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? 0 : value;
  const fields = Object.entries(value).map(([key, each]) => [key, sorted(each)]);
  return { fields: fields.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) };
}
