import { CatalogueSchema } from '../../datasets/rules/catalogue.ts';

/** A catalogue with one of everything that its rendering knows. */
export const smallCatalogue = CatalogueSchema.parse({
  schema: 'maalestok.catalogue.v1',
  id: 'small',
  version: '1',
  titleDa: 'Lille',
  laws: [
    law('loven', {
      coverage: 'full',
      lettering: 'upper',
      chapters: [{ number: '1', titleDa: 'Formål' }],
      provisions: [
        provision('1', { chapter: '1' }),
        provision('2', { chapter: '1' }),
        provision('3', { chapter: '1' }),
        provision('3a', { chapter: '1', stk: [stk(1, 1), stk(2), stk(3), stk(4)] }),
        provision('4', { chapter: '1', status: 'omitted' }),
        provision('5', { chapter: '1', status: 'repealed', to: '2021-12-31', stk: [] }),
        provision('7', { chapter: '2', from: '2023-01-01', stk: [stk(1, 5, { 5: 3 }), stk(2, 0, { 0: 2 })] }),
        provision('9', { chapter: '2' }),
      ],
    }),
    law('delloven', { provisions: [provision('12', { status: 'likely', stk: [stk(1), stk(3)] })] }),
    law('navnet', { coverage: 'name' }),
    law('gammel', { coverage: 'name', supersededBy: 'loven' }),
  ],
});

function law(id: string, rest: object): object {
  const head = { id, titleDa: id, shortDa: id, aliases: [id], instruments: [], numbering: 'paragraph' };
  return { ...head, coverage: 'partial', provisions: [], ...rest };
}

function provision(p: string, rest: object = {}): object {
  return { p, status: 'inForce', complete: true, stk: [stk(1)], ...rest };
}

function stk(n: number, nr = 0, litra?: Record<string, number>): object {
  return { n, nr, ...(litra === undefined ? {} : { litra }) };
}
