import fc from 'fast-check';
import { expect, it } from 'vitest';
import { build } from '../../../datasets/synthesis/build.ts';
import { drawHall } from '../../../datasets/synthesis/scenarios/business.ts';
import { createRandom } from '../../../evals/statistics/random.ts';

const names = ['ENTRE', 'KØKKENALRUM', 'STUE', 'BAD', 'VÆRELSE 1', 'VÆRELSE 2', 'SOVEVÆRELSE', 'BRYGGERS'];

function house(widthM: number, depthM: number, count: number, seed: string) {
  const footprint = { xM: 3, yM: 4, widthM, depthM };
  const outside = { roof: 'tegl', wall: 'mursten', eavesM: 2.6, floorLevelM: 20 };
  const kind = { id: 'hus', name: 'Hus', state: 'new', use: 'primary' } as const;
  return build({ ...kind, ...outside, footprint, rooms: names.slice(0, count) }, createRandom(seed));
}

const anyHouse = fc
  .tuple(
    fc.integer({ min: 18, max: 40 }),
    fc.integer({ min: 12, max: 24 }),
    fc.integer({ min: 1, max: 8 }),
    fc.string(),
  )
  .map(([width, depth, count, seed]) => house(width / 2, depth / 2, count, seed));

it('fills the building with rooms that a person can turn round in', () => {
  fc.assert(
    fc.property(anyHouse, ({ rooms, footprint }) => {
      const area = rooms.reduce((sum, { place }) => sum + place.widthM * place.depthM, 0);
      expect(Math.abs(area - footprint.widthM * footprint.depthM)).toBeLessThan(0.3);
      for (const { place } of rooms) expect(Math.min(place.widthM, place.depthM)).toBeGreaterThan(0.9);
    }),
  );
});

it('ends no wall between rooms in a window or a door', () => {
  fc.assert(
    fc.property(anyHouse, ({ rooms, openings, footprint }) => {
      for (const { place } of rooms) {
        const side = place.yM === 0 ? 'south' : 'north';
        if (place.xM === 0) continue;
        for (const { atM, widthM } of openings.filter((opening) => opening.side === side)) {
          const fromM = side === 'south' ? atM : footprint.widthM - atM - widthM;
          expect(place.xM <= fromM || place.xM >= fromM + widthM).toBe(true);
        }
      }
    }),
  );
});

it("writes into a hall's plan the area of the largest room that the form tells", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const { world, known } = drawHall(createRandom(`hall ${seed}`));
    const [hall] = world.buildings;
    const largest = Math.max(...hall!.rooms.map(({ areaM2 }) => areaM2 ?? 0));
    expect(largest).toBe(known.rum_max_m2);
    expect(hall!.rooms.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0)).toBeLessThan(
      known.etageareal_brandafsnit_m2!,
    );
  }
});
