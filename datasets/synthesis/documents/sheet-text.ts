import { round } from '../draw.ts';
import type { Facts } from '../facts.ts';
import { distanceTo, groundArea, meanTerrain, sides, workBuildings } from '../geometry.ts';
import type { SheetFlaws, Topic } from '../project.ts';
import { area, day, number, type Style } from '../style.ts';
import type { Side, World } from '../world.ts';
import type { Line } from './line.ts';

export interface SheetInput {
  type: string;
  world: World;
  facts: Facts;
  style: Style;
  flaws: SheetFlaws;
  date: string;
  revision: string;
  scale: string;
  drawingNo: string;
}

const names: Record<Side, string> = { south: 'syd', east: 'øst', north: 'nord', west: 'vest' };
const beyond = { neighbour: 'nabo', path: 'sti', road: 'vej' } as const;
export const subjects: Record<string, string> = {
  situationsplan: 'Situationsplan',
  plantegning_eks: 'Plan, eksisterende',
  plantegning_ny: 'Plan, fremtidig',
  snit: 'Snit A-A',
  facade: 'Facader',
};

/** What stands on a sheet, as text: the words and numbers that are read off it. */
export function sheetText(input: SheetInput): Line[] {
  const body = {
    situationsplan: situation,
    plantegning_eks: plan,
    plantegning_ny: plan,
    snit: section,
    facade: facades,
  }[input.type]!;
  return [...titleBlock(input), ...body(input)];
}

const line = (topic: Topic, text: string): Line => ({ topic, text });

function titleBlock({ type, facts, flaws, date, revision, scale, drawingNo, style }: SheetInput): Line[] {
  return [
    line(
      'identity',
      `Sag: ${facts.byggearbejde}   Adresse: ${facts.adresse}   Matr.nr.: ${facts.matrikelnr}, ${facts.ejerlav}`,
    ),
    line(
      'drawing',
      `Emne: ${subjects[type]}   Mål: ${flaws.scale ? '' : `${scale} (A3)`}   Dato: ${day(date, { ...style, date: 'dots' })}   Rev.: ${revision}   Tegn.nr.: ${drawingNo}`,
    ),
  ];
}

function situation({ world, facts, flaws, style }: SheetInput): Line[] {
  const m = (value: number) => number(value, 2, style);
  const state = { new: 'ny', existing: 'eks.', demolished: 'nedrives' } as const;
  const found: Line[] = [
    line('areas', `Grundareal ${area(Math.round(world.plot.widthM * world.plot.depthM), style)}`),
  ];
  for (const building of world.buildings) {
    const { name, footprint } = building;
    const size = flaws.dimensions ? '' : `   ${m(footprint.widthM)} x ${m(footprint.depthM)}`;
    found.push(
      line('areas', `${name} (${state[building.state]}) ${area(groundArea(building), style)}${size}`),
    );
  }
  if (!flaws.distances) {
    found.push(line('distance', 'Afstand til skel (m)'));
    const parts = (place: (typeof world.buildings)[number]['footprint']) =>
      sides
        .map(
          (side) =>
            `${names[side]} (${beyond[world.plot.beyond[side]]}) ${m(distanceTo(world, place, side))}`,
        )
        .join(', ');
    for (const { name, footprint } of world.buildings)
      found.push(line('distance', `${name}: ${parts(footprint)}`));
    for (const { name, place } of world.raised) found.push(line('distance', `${name}: ${parts(place)}`));
    if (facts.linjer?.some((each) => each.startsWith('vejbyggelinje')))
      found.push(line('distance', `Vejmidte ${m(world.plot.toMidlineM.road)} fra vejskel`));
  }
  if (!flaws.levels) {
    found.push(line('terrain', 'Koter i m, DVR90'));
    found.push(
      line('terrain', `terræn eks. og fremt.: ${world.terrainM.map((each) => m(each)).join('   ')}`),
    );
    for (const { name, floorLevelM, state: is } of world.buildings)
      if (is !== 'demolished')
        found.push(line('terrain', `${name}: gulv ${m(floorLevelM)}, terræn ${m(meanTerrain(world))}`));
  }
  if (world.parking.spaces > 0)
    found.push(
      line(
        'parking',
        `Parkering ${world.parking.spaces} pladser${world.parking.accessible > 0 ? `, heraf ${world.parking.accessible} handicap` : ''}`,
      ),
    );
  if (!flaws.north) found.push(line('drawing', `N (nordpil)   ${world.northDegrees}°`));
  for (const { name, heightM } of world.raised)
    found.push(line('guardrail', `${name} +${m(heightM)} over terræn`));
  return found;
}

function plan({ type, world, flaws }: SheetInput): Line[] {
  const before = type === 'plantegning_eks';
  const shown = workOrAll(world, before);
  return shown.flatMap(({ name, footprint, rooms, openings, storeys }) => {
    const found: Line[] = [line('areas', name.toUpperCase())];
    if (!flaws.dimensions)
      found.push(
        line('areas', `${Math.round(footprint.widthM * 1000)} x ${Math.round(footprint.depthM * 1000)}`),
      );
    for (let storey = 0; storey < storeys; storey += 1) {
      const here = rooms.filter((room) => room.storey === storey);
      if (here.length > 0)
        found.push(
          line(
            'use',
            `${storey === 0 ? 'STUE' : `${storey}. SAL`}: ${here.map((room) => `${room.name}${room.areaM2 === undefined ? '' : ` ${room.areaM2.toFixed(1).replace('.', ',')}`}`).join('   ')}`,
          ),
        );
    }
    const open = [...new Set(openings.map(({ side }) => side))].map((side) =>
      names[side].charAt(0).toUpperCase(),
    );
    found.push(
      line('drawing', open.length === 0 ? 'Lukket, ingen vinduer' : `Åbninger mod ${open.join(' ')}`),
    );
    return found;
  });
}

function workOrAll(world: World, before: boolean): World['buildings'] {
  if (!before) return workBuildings(world).length > 0 ? workBuildings(world) : world.buildings;
  return world.buildings.filter(({ state, use }) => state !== 'new' && use === 'primary');
}

function section({ world, style }: SheetInput): Line[] {
  const m = (value: number) => number(value, 2, style);
  const terrain = meanTerrain(world);
  const found = workBuildings(world).flatMap(({ name, eavesM, ridgeM, floorLevelM, roof }) => [
    line(
      'height',
      `${name}: tagfod +${m(eavesM)}   kip +${m(ridgeM)} over terræn   (kote ${m(round(terrain + ridgeM, 2))})`,
    ),
    line('terrain', `gulv ${m(floorLevelM)}   terræn ${m(terrain)}   taghældning ${roof.pitchDegrees}°`),
  ]);
  for (const { name, heightM, guardrailM } of world.raised)
    found.push(
      line(
        'guardrail',
        `${name}: dæk +${m(heightM)} over terræn${guardrailM === undefined ? '' : `   værn ${m(guardrailM)} over dæk`}`,
      ),
    );
  return found;
}

function facades({ world, flaws, style, facts }: SheetInput): Line[] {
  const m = (value: number) => number(value, 2, style);
  const left = sides.filter((side) => !(flaws.sides ?? []).includes(side));
  const found: Line[] = [line('drawing', `Facader: ${left.map((side) => names[side]).join(', ')}`)];
  for (const { name, eavesM, ridgeM, openings, wallMaterial, roof } of workBuildings(world)) {
    for (const side of left) {
      const height = flaws.heights ? '' : `   tagfod +${m(eavesM)}   kip +${m(ridgeM)} over terræn`;
      const count = openings.filter((opening) => opening.side === side).length;
      found.push(line('height', `${names[side].toUpperCase()} ${name}${height}`));
      found.push(
        line(
          'drawing',
          count === 0 ? `${names[side]}: lukket, ingen vinduer` : `${names[side]}: ${count} vinduer/døre`,
        ),
      );
    }
    found.push(line('materials', `${wallMaterial}   ${roof.material}`));
  }
  for (const { name, heightM, guardrailM } of world.raised)
    found.push(
      line(
        'guardrail',
        `${name}: dæk +${m(heightM)}${guardrailM === undefined ? '' : `   værn ${m(guardrailM)} over dæk`}`,
      ),
    );
  void facts;
  return found;
}
