import fc from 'fast-check';
import type { Building, Opening, Room, Side, World } from '../../datasets/synthesis/world.ts';

const sideNames: readonly Side[] = ['south', 'east', 'north', 'west'];
const cm = (low: number, high: number) =>
  fc.integer({ min: Math.round(low * 100), max: Math.round(high * 100) }).map((value) => value / 100);

const anyRoof = fc.record({
  form: fc.constantFrom('saddeltag', 'ensidigt', 'fladt' as const),
  pitchDegrees: fc.integer({ min: 2, max: 45 }),
  ridge: fc.constantFrom('x', 'y' as const),
  overhangM: cm(0, 0.8),
  material: fc.constantFrom('tegl', 'tagpap', 'betontagsten, sorte', 'stråtag'),
});

/** Any place that a world can hold: buildings may meet, lie at the boundary or over it, and be small or large. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({ widthM: cm(14, 140), depthM: cm(14, 140) })
  .chain(({ widthM, depthM }) =>
    fc.record({
      plot: fc.record({
        widthM: fc.constant(widthM),
        depthM: fc.constant(depthM),
        beyond: fc.record({
          south: anyBeyond(),
          east: anyBeyond(),
          north: anyBeyond(),
          west: anyBeyond(),
        }),
        toMidlineM: fc.record({ road: cm(2, 9), path: cm(1, 3) }),
      }),
      buildings: fc
        .array(anyBuilding(widthM, depthM), { minLength: 1, maxLength: 5 })
        .map((all) => all.map((building, i) => ({ ...building, id: `b${i}` }))),
      raised: fc.array(
        fc.record({
          name: fc.constantFrom('Terrasse', 'Træterrasse mod syd', 'Pool'),
          place: anyPlace(widthM, depthM, 2, 8),
          heightM: cm(0.1, 1.4),
          guardrailM: cm(0.8, 1.2),
        }),
        { maxLength: 2 },
      ),
      parking: fc.record({
        spaces: fc.integer({ min: 0, max: 30 }),
        accessible: fc.integer({ min: 0, max: 2 }),
      }),
      terrainM: fc
        .tuple(cm(1, 40), cm(0, 3), cm(0, 3), cm(0, 3))
        .map(([base, a, b, c]): World['terrainM'] => [base, base + a, base + b, base + c]),
      northDegrees: fc.integer({ min: -45, max: 45 }),
    }),
  )
  .map((world) => ({ ...world, buildings: world.buildings.map((building) => settle(building, world)) }));

function anyBeyond() {
  return fc.constantFrom('neighbour', 'path', 'road' as const);
}

function anyPlace(plotWidthM: number, plotDepthM: number, least: number, most: number) {
  return fc
    .record({
      widthM: cm(least, most),
      depthM: cm(least, most),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ widthM, depthM, x, y }) => {
      const width = Math.min(widthM, plotWidthM - 1);
      const depth = Math.min(depthM, plotDepthM - 1);
      const round = (value: number) => Math.round(value * 100) / 100;
      return {
        xM: round(x * (plotWidthM - width)),
        yM: round(y * (plotDepthM - depth)),
        widthM: width,
        depthM: depth,
      };
    });
}

function anyBuilding(plotWidthM: number, plotDepthM: number): fc.Arbitrary<Building> {
  return fc
    .record({
      id: fc.constant('b'),
      name: fc.constantFrom('Hus', 'Tilbygning', 'Carport', 'Garage med værksted', 'Lagerhal', 'Udhus'),
      state: fc.constantFrom('existing', 'new', 'demolished' as const),
      use: fc.constantFrom('primary', 'extension', 'outbuilding' as const),
      footprint: anyPlace(plotWidthM, plotDepthM, 2.5, 40),
      storeys: fc.integer({ min: 1, max: 4 }),
      roof: anyRoof,
      eavesM: cm(2, 9),
      rise: cm(0.1, 5),
      floorLevelM: cm(-0.3, 0.6),
      wallMaterial: fc.constantFrom('røde mursten', 'træ', 'pudset facade, hvid, på porebeton'),
      openings: fc.array(
        fc.record({
          side: fc.constantFrom(...sideNames),
          storey: fc.integer({ min: 0, max: 3 }),
          kind: fc.constantFrom('window', 'door' as const),
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          widthM: cm(0.5, 3),
          heightM: cm(0.4, 2.3),
          sillM: cm(0, 1.2),
        }),
        { maxLength: 8 },
      ),
      cells: fc.integer({ min: 0, max: 4 }),
      rows: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ rise, openings, cells, rows, ...own }) => ({
      ...own,
      ridgeM: Math.round((own.eavesM + rise) * 100) / 100,
      openings: openings.map(({ at, ...opening }) => placeOpening(opening, at, own.footprint)),
      rooms: roomsOf(own.footprint, own.storeys, cells, rows),
    }));
}

function placeOpening(opening: Omit<Opening, 'atM'>, at: number, place: Building['footprint']): Opening {
  const length = opening.side === 'south' || opening.side === 'north' ? place.widthM : place.depthM;
  const widthM = Math.min(opening.widthM, length - 0.5);
  return { ...opening, widthM, atM: Math.round(at * (length - widthM) * 100) / 100 };
}

const roomNames = [
  'Stue',
  'Køkken/alrum',
  'Bad',
  'Værelse',
  'Soveværelse',
  'Entré',
  'Gang',
  'Teknikrum',
  'Bryggers',
];

function roomsOf(place: Building['footprint'], storeys: number, cells: number, rows: number): Room[] {
  const rooms: Room[] = [];
  for (let storey = 0; storey < storeys; storey++) {
    for (let i = 0; i < cells * rows; i++) {
      const [widthM, depthM] = [place.widthM / cells, place.depthM / rows];
      rooms.push({
        name: roomNames[(i + storey) % roomNames.length]!,
        storey,
        place: { xM: (i % cells) * widthM, yM: Math.floor(i / cells) * depthM, widthM, depthM },
        areaM2: Math.round(widthM * depthM * 10) / 10,
      });
    }
  }
  return rooms;
}

/** Floors lie where the terrain is. */
function settle(building: Building, { terrainM }: Pick<World, 'terrainM'>): Building {
  const mean = terrainM.reduce((sum, value) => sum + value, 0) / 4;
  return { ...building, floorLevelM: Math.round((mean + building.floorLevelM) * 100) / 100 };
}
