import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawnInjections } from '../../../datasets/synthesis/injections/drawn.ts';
import { makeCase } from '../../../datasets/synthesis/make-family.ts';
import { compareWithLabel } from '../../support/synthesis-checker/check-case.ts';

const drawingTypes = [
  'situationsplan',
  'plantegning_eks',
  'plantegning_ny',
  'snit',
  'facade',
  'tegningssaet',
];

const made = drawnInjections.flatMap((injection) =>
  injection.caseTypes.flatMap((caseType) =>
    [0, 1].map((number) => {
      const plan = {
        seed: 'drawn',
        number,
        kind: 'single' as const,
        caseType,
        injection: injection.id,
        caseId: 'bs-1',
        noiseShare: 0,
      };
      return { injection, name: `${injection.id} ${caseType} ${number}`, ...makeCase(plan, 'case') };
    }),
  ),
);

describe('defects that only the drawings show', () => {
  it('are the same bytes for the same seed', () => {
    const hash = createHash('sha256');
    for (const { label, ...rest } of made)
      hash.update(`${JSON.stringify(rest.case)}\n${JSON.stringify(label)}\n`);
    // A change to any word, number or drawing changes it: then the version of shipped data changes too.
    expect(hash.digest('hex')).toBe('de35235dc10bc3881914525753b11bae6dcaca7f58a7b87418fc171af85db231');
  });

  it.each(made)('$name is a contradiction and a breach, and no more', ({ injection, label, ...rest }) => {
    const codes = [injection.code, ...(injection.brings ?? [])].sort();
    expect(label.defects.map(({ code }) => code)).toEqual(codes);
    expect(compareWithLabel(rest.case, label)).toEqual({ missed: [], unlabelled: [], confirmed: codes });
  });

  it.each(made)('$name is in order without its drawings', ({ label, ...rest }) => {
    const documents = rest.case.documents.filter(({ type }) => !drawingTypes.includes(type));
    // What is found then is that drawings are missing, and nothing else.
    const { unlabelled, confirmed } = compareWithLabel({ ...rest.case, documents }, label);
    expect(confirmed).toEqual([]);
    expect(unlabelled.filter((code) => !/^mangler_|^tegning_uden/u.test(code))).toEqual([]);
  });

  it.each(made)(
    '$name: the breach is shown by drawings and fields alone',
    ({ injection, label, ...rest }) => {
      const typeOf = new Map(rest.case.documents.map(({ documentId, type }) => [documentId, type]));
      const breach = label.defects.find(({ code }) => code === injection.brings?.[0])!;
      const types = breach.evidence.flatMap((place) =>
        'documentId' in place ? [typeOf.get(place.documentId)] : [],
      );
      expect(types.length).toBeGreaterThan(0);
      expect(types.filter((type) => !drawingTypes.includes(type!))).toEqual([]);
      expect(breach.note).toMatch(/^Kun på tegningerne: /u);
    },
  );
});
