import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openYaml } from '../../datasets/open-yaml.ts';

const place = { file: 'a.yaml', thing: 'a thing' };

const key = fc.stringMatching(/^[a-z]{3,8}$/u);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.integer(),
    fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 4 }),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  ),
}));

/** Every path through objects and lists to a key, with the key. */
function* pathsOf(value: unknown, path: PropertyKey[] = []): Generator<PropertyKey[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, below] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    yield at;
    yield* pathsOf(below, at);
  }
}

it('gives for each key the line on which it stands, and for what is missing that of the part it is missing in', () => {
  fc.assert(
    fc.property(fc.dictionary(key, tree, { minKeys: 1 }), fc.nat(5), (value, blank) => {
      const text = `${'# a comment\n'.repeat(blank)}${stringify(value)}`;
      const document = openYaml(text, place);
      expect(document.value).toEqual(value);
      expect(document.lineOf(['Missing', 'x'])).toBe(blank + 1);
      let before = 0;
      for (const path of pathsOf(value)) {
        const line = document.lineOf(path);
        const name = path.at(-1)!;
        if (typeof name === 'string')
          expect(text.split('\n')[line - 1]).toMatch(new RegExp(`\\b${name}:`, 'u'));
        expect(document.lineOf([...path, 'Missing'])).toBe(line);
        expect(line).toBeGreaterThanOrEqual(before);
        before = line;
      }
    }),
  );
});

it('takes an alias for the place where it is used', () => {
  const { value, lineOf } = openYaml('a: &x\n  b: 1\nc: *x\n', place);
  expect(value).toEqual({ a: { b: 1 }, c: { b: 1 } });
  expect([lineOf(['a', 'b']), lineOf(['c']), lineOf(['c', 'b'])]).toEqual([2, 3, 3]);
});
