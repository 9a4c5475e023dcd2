import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../../datasets/synthesis/drawings/drawing.ts';
import type { World } from '../../../../datasets/synthesis/world.ts';
import { drawAll } from '../../../support/draw-all.ts';
import { sampleSheet, sampleWorlds } from '../../../support/sample-worlds.ts';

/** Flat, so that a building that moves stands no higher. */
const world: World = { ...sampleWorlds.house, terrainM: [18.1, 18.1, 18.1, 18.1] };

describe('a building that moves', () => {
  const moved = change(world, 'Carport', (carport) => ({
    ...carport,
    footprint: { ...carport.footprint, xM: carport.footprint.xM - 0.5 },
  }));

  it('changes its own distances on the situation plan, and nothing else that is written', () => {
    const [before, after] = [world, moved].map((one) => drawAll(one, sampleSheet).situation);
    expect(writtenOnlyIn(before!, after!)).toEqual([
      '0,00',
      '22,60',
      'Carport: syd (vej) 6,20, øst (nabo) 0,00, nord (nabo) 23,70, vest (sti) 22,60',
    ]);
    expect(writtenOnlyIn(after!, before!)).toEqual([
      '0,50',
      '22,10',
      'Carport: syd (vej) 6,20, øst (nabo) 0,50, nord (nabo) 23,70, vest (sti) 22,10',
    ]);
  });

  it('leaves the drawings of other buildings as they were', () => {
    const { plan, section, facades } = drawAll(world, sampleSheet);
    const after = drawAll(moved, sampleSheet);
    expect({ plan: after.plan, section: after.section, facades: after.facades }).toEqual({
      plan,
      section,
      facades,
    });
  });
});

describe('a building that grows higher', () => {
  const higher = change(world, 'Hus', (house) => ({ ...house, ridgeM: house.ridgeM + 0.3 }));

  it('changes its heights on section and facades, and nothing on plans', () => {
    const [before, after] = [world, higher].map((one) => drawAll(one, sampleSheet));
    expect({ situation: after!.situation, plan: after!.plan }).toEqual({
      situation: before!.situation,
      plan: before!.plan,
    });
    const heights = ['3640', '6340', 'Højeste punkt 6,34', 'kip k. 24,44'];
    expect(writtenOnlyIn(before!.section, after!.section)).toEqual(heights);
    expect([...new Set(writtenOnlyIn(before!.facades, after!.facades))]).toEqual(heights);
  });
});

describe('what the caller leaves out', () => {
  it.each([
    ['scale', /1:\d|^\d+ m$/u],
    ['boundaryDistances', /Afstand til skel|^6,20$|^22,60$/u],
    ['levels', /k\. \d|DVR90|terræn \d/u],
    ['northArrow', /^N$/u],
    ['dimensions', /^15,60$|^36,00$/u],
    ['distanceList', /Afstand til skel/u],
  ] as const)('%s', (omission, trace) => {
    const written = (leaveOut: readonly (typeof omission)[]) =>
      textsOf(drawAll(world, { ...sampleSheet, leaveOut }).situation).filter((text) => trace.test(text));
    expect(written([]).length).toBeGreaterThan(0);
    expect(written([omission])).toEqual([]);
  });
});

function change(
  from: World,
  name: string,
  to: (building: World['buildings'][number]) => World['buildings'][number],
): World {
  return { ...from, buildings: from.buildings.map((one) => (one.name === name ? to(one) : one)) };
}

function textsOf({ elements }: Drawing): string[] {
  return elements.flatMap((element) => (element.kind === 'text' ? [element.text] : []));
}

/** Sorted; a text that is written twice and once counts once. */
function writtenOnlyIn(one: Drawing, other: Drawing): string[] {
  const rest = textsOf(other);
  const only: string[] = [];
  for (const text of textsOf(one)) {
    const found = rest.indexOf(text);
    if (found === -1) only.push(text);
    else rest.splice(found, 1);
  }
  return only.sort();
}
