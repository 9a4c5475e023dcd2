import type { Sheet } from '../../datasets/synthesis/drawings/sheet.ts';
import type { Building, Opening, Room, Side, World } from '../../datasets/synthesis/world.ts';

/** Five places, as different as drawings of them should be. All of them are invented. */
export const sampleWorlds = {
  house: house(),
  extension: extension(),
  carport: carport(),
  summerHouse: summerHouse(),
  warehouse: warehouse(),
} satisfies Record<string, World>;

export const sampleSheet: Sheet = {
  project: 'Nyt enfamiliehus',
  address: 'Rugvænget 14',
  cadastre: '7bx, Søkær By',
  date: '14.09.2024',
  revision: 'B',
  drawingNo: '03',
  phase: 'Myndighedsprojekt',
  drawnBy: 'MKL',
};

function house(): World {
  const main = building({
    id: 'a',
    name: 'Hus',
    footprint: { xM: 6.2, yM: 14.5, widthM: 15.6, depthM: 10.4 },
    eavesM: 2.7,
    ridgeM: 6.34,
    floorLevelM: 18.3,
    openings: [
      ...row('south', [1.2, 4.9, 8, 12.2], 1.8, 1.3, 0.8),
      ...row('north', [0.9, 9.4, 12.6], 1.2, 1.2, 0.9),
      { side: 'north', storey: 0, kind: 'window', atM: 3.7, widthM: 0.9, heightM: 0.9, sillM: 1.2 },
      { side: 'north', storey: 0, kind: 'door', atM: 6.4, widthM: 1.0, heightM: 2.1, sillM: 0 },
      ...row('west', [1.4], 1.2, 1.2, 0.9),
      { side: 'east', storey: 0, kind: 'door', atM: 1.6, widthM: 1.8, heightM: 2.1, sillM: 0 },
    ],
    rooms: grid(10.4, [
      { depthM: 4, rooms: { Værelse: 3.9, Bad: 3.1, Entré: 3.4, Bryggers: 2.2, 'Værelse 2': 3 } },
      { depthM: 1.4, rooms: { Gang: 10.4, Depot: 5.2 } },
      { depthM: 5, rooms: { Soveværelse: 4.2, Stue: 6.2, 'Køkken/alrum': 5.2 } },
    ]),
  });
  return {
    plot: plot(28, 36, { south: 'road', east: 'neighbour', north: 'neighbour', west: 'path' }),
    buildings: [
      main,
      outbuilding('b', 'Carport', 'new', { xM: 22.6, yM: 6.2, widthM: 5.4, depthM: 6.1 }, 18.2),
    ],
    raised: [
      { name: 'Terrasse', place: { xM: 9, yM: 24.9, widthM: 6, depthM: 3 }, heightM: 0.45, guardrailM: 1.05 },
    ],
    parking: { spaces: 2, accessible: 0 },
    terrainM: [18.1, 18.2, 18.1, 18.0],
    northDegrees: 12,
  };
}

function extension(): World {
  const old = building({
    id: 'a',
    name: 'Hus',
    state: 'existing',
    footprint: { xM: 5.3, yM: 9.8, widthM: 12.8, depthM: 8.4 },
    eavesM: 2.6,
    ridgeM: 5.2,
    floorLevelM: 24.35,
    openings: [...row('south', [1.2, 5.2, 9.4], 1.5, 1.2, 0.9), ...row('north', [1.4, 8.2], 1.2, 1.2, 0.9)],
    rooms: grid(8.4, [
      { depthM: 3.6, rooms: { Soveværelse: 4.6, Bad: 2.8, Entré: 2.4, Værelse: 3 } },
      { depthM: 4.8, rooms: { Stue: 8, Køkken: 4.8 } },
    ]),
  });
  const added = building({
    id: 'b',
    name: 'Tilbygning',
    use: 'extension',
    footprint: { xM: 18.1, yM: 10.6, widthM: 5.2, depthM: 7.6 },
    roof: { form: 'fladt', pitchDegrees: 2, ridge: 'x', overhangM: 0.2, material: 'tagpap' },
    eavesM: 3.1,
    ridgeM: 3.2,
    floorLevelM: 24.35,
    openings: [...row('south', [0.6], 4, 2.1, 0), ...row('east', [2], 1.5, 1.2, 0.9)],
    rooms: grid(7.6, [
      { depthM: 3, rooms: { Værelse: 5.2 } },
      { depthM: 4.6, rooms: { Alrum: 5.2 } },
    ]),
  });
  const shed = {
    ...outbuilding('c', 'Udhus', 'demolished', { xM: 20.2, yM: 24, widthM: 3.2, depthM: 4.4 }, 24.2),
  };
  return {
    plot: {
      ...plot(26.4, 30.5, { south: 'neighbour', east: 'neighbour', north: 'road', west: 'neighbour' }),
      buildingArea: { xM: 3, yM: 4, widthM: 21, depthM: 18 },
    },
    buildings: [old, added, shed],
    raised: [],
    parking: { spaces: 2, accessible: 0 },
    terrainM: [24.1, 24.1, 24.2, 24.2],
    northDegrees: -18,
  };
}

function carport(): World {
  const old = building({
    id: 'a',
    name: 'Hus',
    state: 'existing',
    footprint: { xM: 8, yM: 12, widthM: 11, depthM: 9 },
    eavesM: 2.8,
    ridgeM: 6.5,
    floorLevelM: 11.2,
    storeys: 1,
    openings: row('south', [1, 4, 8], 1.2, 1.2, 0.9),
    rooms: grid(9, [
      { depthM: 4, rooms: { Værelse: 4.4, Entré: 2.6, Bad: 4 } },
      { depthM: 5, rooms: { Stue: 6.6, Køkken: 4.4 } },
    ]),
  });
  return {
    plot: plot(23, 34, { south: 'road', east: 'path', north: 'neighbour', west: 'neighbour' }),
    buildings: [
      old,
      {
        ...outbuilding('b', 'Carport', 'new', { xM: 0.3, yM: 8.4, widthM: 6.4, depthM: 8.6 }, 11.05),
        roof: { form: 'ensidigt', pitchDegrees: 3, ridge: 'y', overhangM: 0.2, material: 'tagpap' },
        eavesM: 2.2,
        ridgeM: 2.5,
      },
      outbuilding('c', 'Skur', 'existing', { xM: 0.6, yM: 27.5, widthM: 3.4, depthM: 4.2 }, 11.05),
    ],
    raised: [],
    parking: { spaces: 2, accessible: 0 },
    terrainM: [11.0, 11.1, 11.0, 10.95],
    northDegrees: 3,
  };
}

function summerHouse(): World {
  const main = building({
    id: 'a',
    name: 'Sommerhus',
    footprint: { xM: 11.4, yM: 17.2, widthM: 8.6, depthM: 13.2 },
    roof: { form: 'saddeltag', pitchDegrees: 22, ridge: 'y', overhangM: 0.5, material: 'tagpap på lister' },
    eavesM: 2.75,
    ridgeM: 4.49,
    floorLevelM: 7.75,
    wallMaterial: 'sortmalet træ',
    openings: [
      ...row('west', [1.2, 5, 9.4], 1.8, 1.4, 0.7),
      ...row('east', [2, 8], 1.2, 1.0, 1.0),
      { side: 'south', storey: 0, kind: 'door', atM: 3.2, widthM: 2.2, heightM: 2.1, sillM: 0 },
    ],
    rooms: grid(13.2, [
      { depthM: 3.6, rooms: { Værelse: 4.3, 'Værelse 2': 4.3 } },
      { depthM: 2.6, rooms: { Bad: 3.4, Gang: 5.2 } },
      { depthM: 7, rooms: { 'Opholdsstue og køkken': 8.6 } },
    ]),
  });
  return {
    plot: plot(32, 44, { south: 'road', east: 'neighbour', north: 'neighbour', west: 'path' }),
    buildings: [main, outbuilding('b', 'Anneks', 'new', { xM: 24.2, yM: 34, widthM: 2.8, depthM: 4.6 }, 8.5)],
    raised: [
      {
        name: 'Træterrasse',
        place: { xM: 11.4, yM: 12.7, widthM: 8.6, depthM: 4.5 },
        heightM: 0.9,
        guardrailM: 1,
      },
    ],
    parking: { spaces: 2, accessible: 0 },
    terrainM: [6.2, 7.1, 8.9, 8.0],
    northDegrees: -31,
  };
}

function warehouse(): World {
  const hall = building({
    id: 'a',
    name: 'Lagerhal',
    footprint: { xM: 14, yM: 22, widthM: 42, depthM: 24 },
    roof: { form: 'saddeltag', pitchDegrees: 10, ridge: 'x', overhangM: 0.1, material: 'stålplader' },
    eavesM: 5.8,
    ridgeM: 7.92,
    floorLevelM: 3.65,
    wallMaterial: 'sandwichelementer, grå',
    openings: [
      ...[4, 12, 20].map(
        (atM): Opening => ({
          side: 'south',
          storey: 0,
          kind: 'door',
          atM,
          widthM: 4,
          heightM: 4.2,
          sillM: 0,
        }),
      ),
      { side: 'south', storey: 0, kind: 'door', atM: 34, widthM: 1, heightM: 2.1, sillM: 0 },
      ...row('east', [3, 8, 14], 2.4, 1.2, 1.0),
      { side: 'north', storey: 0, kind: 'door', atM: 20, widthM: 1, heightM: 2.1, sillM: 0 },
    ],
    rooms: [
      room('Lager', 0, { xM: 0, yM: 0, widthM: 32, depthM: 24 }),
      room('Kontor', 0, { xM: 32, yM: 0, widthM: 10, depthM: 10 }),
      room('Frokoststue', 0, { xM: 32, yM: 10, widthM: 10, depthM: 7 }),
      room('Omklædning', 0, { xM: 32, yM: 17, widthM: 10, depthM: 7 }),
    ],
  });
  return {
    plot: plot(76, 62, { south: 'road', east: 'neighbour', north: 'neighbour', west: 'road' }),
    buildings: [hall],
    raised: [],
    parking: { spaces: 16, accessible: 1 },
    terrainM: [3.4, 3.5, 3.6, 3.5],
    northDegrees: 0,
  };
}

function plot(widthM: number, depthM: number, beyond: World['plot']['beyond']): World['plot'] {
  return { widthM, depthM, beyond, toMidlineM: { road: 4.5, path: 1.5 } };
}

function building(own: Partial<Building> & Pick<Building, 'id' | 'name' | 'footprint'>): Building {
  return {
    state: 'new',
    use: 'primary',
    storeys: 1,
    roof: { form: 'saddeltag', pitchDegrees: 35, ridge: 'x', overhangM: 0.4, material: 'tegl' },
    eavesM: 2.7,
    ridgeM: 6.3,
    floorLevelM: 10,
    wallMaterial: 'røde mursten',
    openings: [],
    rooms: [],
    ...own,
  };
}

function outbuilding(
  id: string,
  name: string,
  state: Building['state'],
  footprint: Building['footprint'],
  floorLevelM: number,
): Building {
  return building({
    id,
    name,
    state,
    footprint,
    use: 'outbuilding',
    roof: { form: 'fladt', pitchDegrees: 2, ridge: 'x', overhangM: 0.2, material: 'tagpap' },
    eavesM: 2.4,
    ridgeM: 2.5,
    floorLevelM,
    wallMaterial: 'træ',
  });
}

function row(side: Side, at: readonly number[], widthM: number, heightM: number, sillM: number): Opening[] {
  return at.map((atM) => ({
    side,
    storey: 0,
    kind: sillM === 0 ? 'door' : 'window',
    atM,
    widthM,
    heightM,
    sillM,
  }));
}

/** Rooms in rows, the northernmost first, and from west to east; by name, how wide. */
function grid(
  depthM: number,
  rows: readonly { depthM: number; rooms: Readonly<Record<string, number>> }[],
): Room[] {
  let top = depthM;
  return rows.flatMap((row) => {
    top -= row.depthM;
    let left = 0;
    return Object.entries(row.rooms).map(([name, widthM]) => {
      left += widthM;
      return room(name, 0, { xM: left - widthM, yM: top, widthM, depthM: row.depthM });
    });
  });
}

function room(name: string, storey: number, place: Room['place']): Room {
  return { name, storey, place, areaM2: Math.round((place.widthM - 0.3) * (place.depthM - 0.3) * 10) / 10 };
}
