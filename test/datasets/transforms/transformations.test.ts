import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, CaseSchema } from '../../../datasets/case.ts';
import { TransformIdSchema } from '../../../datasets/label.ts';
import { attacks } from '../../../datasets/transforms/attacks.ts';
import type { Transformation } from '../../../datasets/transforms/transformation.ts';
import {
  compareTransformations,
  defaultTransformations,
  findTransformation,
  injections,
  transformationName,
} from '../../../datasets/transforms/transformations.ts';
import { createRandom } from '../../../evals/statistics/random.ts';
import { anyCase } from '../../support/any-case.ts';

const all: Transformation[] = [
  ...defaultTransformations.map((id) => findTransformation(id)!),
  findTransformation('ocr-noise-20')!,
  ...injections,
];

/** What a label may point at: documents with their pages, and fields. */
function placesOf({ documents, fields }: Case) {
  return {
    documents: documents.map(({ documentId, pages }) => [documentId, pages.map(({ page }) => page)]).sort(),
    fields: Object.keys(fields),
  };
}

/** All but what a transformation may touch. */
function untouched({ fields, documents: _, localRules, municipality: __, ...rest }: Case) {
  return {
    ...rest,
    values: Object.entries(fields).filter(([, value]) => typeof value !== 'string' && !Array.isArray(value)),
    rules: localRules.map(({ text: _text, topic: _topic, ...rule }) => rule),
  };
}

describe.each(all.map((transformation) => [transformation.id, transformation] as const))('%s', (_, each) => {
  it('makes a case of the schema to which the label still fits, by its seed alone, and changes something', () => {
    fc.assert(
      fc.property(anyCase, fc.string(), (original, seed) => {
        const before = structuredClone(original);
        const changed = each.apply(original, createRandom(seed));
        expect(original).toEqual(before);
        expect(each.apply(original, createRandom(seed))).toEqual(changed);
        if (changed === null) return;
        expect(CaseSchema.parse(changed)).toEqual(changed);
        expect(changed).not.toEqual(original);
        const { documents, fields } = placesOf(changed);
        const places = placesOf(original);
        expect(documents).toEqual(places.documents);
        expect(fields).toEqual(expect.arrayContaining(places.fields));
        expect(fields.filter((field) => !places.fields.includes(field) && field !== 'bemaerkninger')).toEqual(
          [],
        );
        expect(untouched(changed)).toEqual(untouched(original));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the list of transformations', () => {
  it('has distinct ids that a label may carry, and names in both languages', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(TransformIdSchema.safeParse(id).success, id).toBe(true);
      expect(findTransformation(id)?.id).toBe(id);
      expect(transformationName(id, 'da')).not.toBe(transformationName(id, 'en'));
    }
  });

  it('knows noise from 1 to 20 per cent and no others, and passes on the id of what it does not know', () => {
    const known = ['ocr-noise-0', 'ocr-noise-1', 'ocr-noise-01', 'ocr-noise-20', 'ocr-noise-21'];
    expect(known.filter((id) => findTransformation(id) !== undefined)).toEqual([
      'ocr-noise-1',
      'ocr-noise-20',
    ]);
    expect(transformationName('my-own', 'da')).toBe('my-own');
  });

  it('sorts ours first, noise by its rate, attacks after them, others last', () => {
    const sorted = [
      'document-order',
      'number-format',
      'ocr-noise-2',
      'ocr-noise-12',
      'injection-ignore-da',
      'a-b',
    ];
    expect(sorted.toReversed().sort(compareTransformations)).toEqual(sorted);
  });

  it('has attacks of every aim and place, none alike', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(12);
    expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
    expect(new Set(attacks.map(({ aim }) => aim))).toEqual(new Set(['silence', 'falseFinding', 'format']));
    expect(new Set(attacks.map(({ place }) => place))).toEqual(new Set(['page', 'title', 'field']));
  });
});
