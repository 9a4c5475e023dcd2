import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ListInterner } from '../../../../evals/scores/chance/list-interner.ts';

it('gives equal lists one number, others another, and keeps what is in them', () => {
  const list = fc.array(fc.integer({ min: -2, max: 40 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 300 }), (lists) => {
      const interner = new ListInterner();
      const known = new Map<string, number>();
      for (const each of lists) {
        const key = each.join();
        const number = interner.intern(each);
        expect(number).toBe(known.get(key) ?? known.size);
        known.set(key, number);
      }
      expect(interner.size).toBe(known.size);
      for (const [key, number] of known) {
        expect(interner.at(number).join()).toBe(key);
        expect(interner.lengthOf(number)).toBe(interner.at(number).length);
      }
    }),
    { numRuns: 100 },
  );
});
