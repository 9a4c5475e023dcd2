import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { createRandom } from '../../../evals/statistics/random.ts';
import golden from '../../golden/generator.json' with { type: 'json' };

test("the generator is xoroshiro128+ of 2018: its authors' own sequence", () => {
  const [s0, s1] = golden.published.state;
  const generator = xoroshiro128plusFromState([0, s0!, 0, s1!]);
  for (const output of golden.published.outputs) {
    // Of each 64 bits we use the low 32.
    expect(generator.next()).toBe(Number(BigInt.asIntN(32, BigInt(output))));
  }
});

test.each(golden.seeded)('the stream of the seed "$seed" as computed in Python', ({ seed, bits }) => {
  const random = createRandom(seed);
  expect(bits.map(() => random.bits())).toEqual(bits);
});

test.each(golden.below)('numbers below $bound as computed in Python', ({ seed, bound, numbers }) => {
  const random = createRandom(seed);
  expect(numbers.map(() => random.below(bound))).toEqual(numbers);
});
