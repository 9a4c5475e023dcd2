import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { renderCatalogue } from '../../../evals/prompts/render-catalogue.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

describe('the provisions that exist, in a prompt', () => {
  it('stand law by law, compactly, and only while they were in force', () => {
    expect(renderCatalogue(smallCatalogue).split('\n')).toEqual([
      '## loven',
      'Kapitel 1 (Formål): 1-3; 3A: 1 (1), 2-4; 5 [til 2021-12-31]',
      'Kapitel 2: 7: 1 (1-5; 5 a-c), 2 (a-b) [fra 2023-01-01]; 9',
      '',
      '## delloven (listen er ikke udtømmende)',
      '12: 1, 3',
      '',
      'Andre regler, hvis §§ ikke er vist: navnet.',
      '',
      'Afløst af nyere regler: gammel.',
    ]);
  });

  it('name every § of the built-in catalogue that is in force, alone or in a range', () => {
    const text = renderCatalogue(builtInCatalogue());
    for (const { shortDa, provisions, lettering } of builtInCatalogue().laws) {
      const inForce = provisions.filter(({ status }) => status === 'inForce' || status === 'likely');
      if (inForce.length === 0) continue;
      const part = text.split('\n\n').find((each) => /^## (.*?)(?: \(.*)?$/mu.exec(each)?.[1] === shortDa)!;
      const listed = new Set(part.split('\n').slice(1).flatMap(numbersOf));
      const expected = inForce.map(({ p }) => (lettering === 'upper' ? p.toUpperCase() : p));
      expect(expected.filter((p) => !listed.has(p))).toEqual([]);
    }
  });
});

/** The §§ of a line, ranges written out. */
function numbersOf(line: string): string[] {
  return line
    .replace(/^Kapitel [^:]+: /u, '')
    .split('; ')
    .flatMap((item) => {
      const [, first, last] = /^(\d+)-(\d+)$/u.exec(item) ?? [];
      if (first === undefined) return [item.split(/[: ]/u)[0]!];
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => String(Number(first) + at));
    });
}
