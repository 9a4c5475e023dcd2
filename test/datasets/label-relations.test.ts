import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../datasets/errors.ts';
import { LabelSchema } from '../../datasets/label.ts';
import { LabelRelations } from '../../datasets/label-relations.ts';
import { smallLabel } from '../support/small-dataset.ts';

/** Lines of case id, field and original; the lines count from 1. */
type Line = [caseId: string, field?: 'twinOf' | 'transformOf', original?: string];

function read(lines: readonly Line[]) {
  const relations = new LabelRelations('labels.jsonl');
  for (const [at, [caseId, field, original]] of lines.entries()) {
    relations.add(smallLabel(caseId, [], field === undefined ? {} : { [field]: original }), at + 1);
  }
  return relations.finish(new Set(lines.map(([caseId]) => caseId)));
}

function problemOf(lines: readonly Line[]) {
  try {
    read(lines);
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  return expect.unreachable('no error');
}

describe('the relations of a label file', () => {
  it('are listed by case, originals before or after, chains of both kinds too', () => {
    const lines: Line[] = [['c', 'transformOf', 'b'], ['b', 'twinOf', 'a'], ['a'], ['d', 'twinOf', 'a']];
    expect(read(lines)).toEqual(
      new Map([
        ['c', { transformOf: 'b' }],
        ['b', { twinOf: 'a' }],
        ['d', { twinOf: 'a' }],
      ]),
    );
    expect(read([['a'], ['b']])).toEqual(new Map());
  });

  it('say how a variant was made, and only of a variant', () => {
    const relations = new LabelRelations('labels.jsonl');
    relations.add(smallLabel('a', []), 1);
    relations.add(smallLabel('b', [], { transformOf: 'a', transform: 'document-order' }), 2);
    expect(relations.finish(new Set(['a', 'b']))).toEqual(
      new Map([['b', { transformOf: 'a', transform: 'document-order' }]]),
    );
    const message =
      /labels\.jsonl, line 3, field transform: "line-breaks" without transformOf, expected transformOf beside it/u;
    for (const relation of [{}, { twinOf: 'a' }]) {
      const loose = smallLabel('c', [], { transform: 'line-breaks', ...relation });
      expect(() => relations.add(loose, 3)).toThrow(message);
    }
    for (const transform of ['Line breaks', 'a--b', '=1', `a${'b'.repeat(64)}`]) {
      const label = smallLabel('c', [], { transformOf: 'a', transform });
      expect(LabelSchema.safeParse(label).success, transform).toBe(false);
    }
  });

  it('name cases of the same file', () => {
    expect(problemOf([['a'], ['b', 'transformOf', 'x']])).toEqual({
      file: 'labels.jsonl',
      line: 2,
      field: 'transformOf',
      is: '"x", which has no label in this file',
      expected: 'the id of another case, from which this one was made',
      mend: 'The original stands in the same split: add it with its label, or remove the field.',
    });
  });

  it('never name the case itself', () => {
    expect(problemOf([['a', 'twinOf', 'a']])).toMatchObject({
      line: 1,
      field: 'twinOf',
      is: '"a", the case itself',
    });
  });

  it('are twin or variant, not both', () => {
    const relations = new LabelRelations('labels.jsonl');
    const both = smallLabel('c', [], { twinOf: 'a', transformOf: 'b' });
    expect(() => relations.add(both, 7)).toThrow(
      /labels\.jsonl, line 7, field transformOf: "b" beside twinOf "a", expected twinOf or transformOf, not both/u,
    );
  });

  it('lead in no circle, of which the first line is named', () => {
    const lines: Line[] = [
      ['outside', 'twinOf', 'c'],
      ['a', 'twinOf', 'b'],
      ['b', 'transformOf', 'c'],
      ['c', 'twinOf', 'a'],
    ];
    expect(problemOf(lines)).toMatchObject({ line: 2, field: 'twinOf', is: 'a circle a → b → c → a' });
    const long = ['a', 'b', 'c', 'd', 'e'];
    const circle = long.map((caseId, at): Line => [caseId, 'twinOf', long[(at + 1) % 5]!]);
    expect(problemOf(circle).is).toBe('a circle a → b → c → … → a');
  });

  it('are accepted just where every chain ends', () => {
    const targets = fc.array(fc.option(fc.nat({ max: 7 })), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(targets, (list) => {
        const ends = list.every((_, start) => {
          let at: number | null = start;
          for (let step = 0; step <= 8 && at !== null; step += 1) at = list[at]!;
          return at === null;
        });
        const lines = list.map(
          (target, at): Line => (target === null ? [`${at}`] : [`${at}`, 'twinOf', `${target}`]),
        );
        if (ends) expect(read(lines).size).toBe(list.filter((target) => target !== null).length);
        else expect(() => read(lines)).toThrow(InputError);
      }),
      { numRuns: 200 },
    );
  });
});
