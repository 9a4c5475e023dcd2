import type { Building, Opening, Room, Side, World } from '../world.ts';
import type { Choice } from './choice.ts';

export type PlaceType = 'enfamiliehus_ny' | 'tilbygning' | 'sommerhus' | 'erhverv_lager';

/** What a place is measured by; a drawing that is wrong is made from a changed copy. */
export interface Measures {
  widthM: number;
  depthM: number;
  /** From the west, south, east and north boundary to the building. */
  westM: number;
  southM: number;
  eastM: number;
  northM: number;
  eavesM: number;
  pitchDegrees: number;
  terrainM: World['terrainM'];
}

interface Range {
  width: [number, number];
  depth: [number, number];
  /** Of distances to neighbours; so wide that no height limit is near. */
  aside: [number, number];
  eaves: [number, number];
  pitch: [number, number];
}

const ranges: Record<PlaceType, Range> = {
  enfamiliehus_ny: {
    width: [11, 15],
    depth: [8, 9.4],
    aside: [5.4, 7.8],
    eaves: [2.5, 2.8],
    pitch: [25, 34],
  },
  tilbygning: { width: [4.2, 6.4], depth: [5.6, 7.4], aside: [5.4, 7.2], eaves: [2.5, 2.7], pitch: [20, 28] },
  sommerhus: { width: [9.2, 12], depth: [7, 8], aside: [6.4, 9.4], eaves: [2.4, 2.5], pitch: [14, 18] },
  erhverv_lager: { width: [22, 31], depth: [14, 18], aside: [9, 15], eaves: [4.6, 5.2], pitch: [6, 9] },
};

/** @param slanting a plot that falls by 0.9 m and more, so that its levels matter */
export function chooseMeasures(type: PlaceType, choice: Choice, slanting: boolean): Measures {
  const { width, depth, aside, eaves, pitch } = ranges[type];
  const base = choice.number('level', 4, 42, 0.05);
  const fall = slanting ? choice.number('fall', 0.9, 1.8, 0.1) : 0;
  const small = (name: string) => choice.number(name, 0, 0.2, 0.05);
  return {
    widthM: choice.number('width', ...width, 0.2),
    depthM: choice.number('depth', ...depth, 0.2),
    westM: choice.number('west', ...aside, 0.1),
    southM: choice.number('south', 7, 12, 0.1),
    eastM: choice.number('east', ...aside, 0.1),
    // Never the nearest.
    northM: choice.number('north', aside[1] + 2, aside[1] + 7, 0.1),
    eavesM: choice.number('eaves', ...eaves, 0.05),
    pitchDegrees: choice.number('pitch', ...pitch, 1),
    terrainM: [base, base + small('se'), base + small('ne') + fall, base + small('nw') + fall].map(
      (value) => Math.round(value * 100) / 100,
    ) as World['terrainM'],
  };
}

/** The height of the ridge over terrain, in metres to the centimetre. */
export function ridgeOf({ eavesM, depthM, pitchDegrees }: Measures): number {
  return Math.round((eavesM + (depthM / 2) * Math.tan((pitchDegrees * Math.PI) / 180)) * 100) / 100;
}

/** The world of a place: an existing house stands west of an extension. */
export function buildPlace(type: PlaceType, measures: Measures, choice: Choice): World {
  const old = type === 'tilbygning' ? choice.number('old width', 9, 12, 0.2) : 0;
  const { widthM, depthM, westM, southM, eastM, northM, terrainM } = measures;
  const level = Math.round((terrainM.reduce((sum, value) => sum + value, 0) / 4 + 0.2) * 100) / 100;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const main = buildMain(type, measures, round(westM + old), level, choice);
  const buildings = type === 'tilbygning' ? [buildOld(old, measures, level, choice), main] : [main];
  return {
    plot: {
      widthM: round(westM + old + widthM + eastM),
      depthM: round(southM + depthM + northM),
      beyond: {
        south: 'road',
        east: 'neighbour',
        north: 'neighbour',
        west: choice.of('beyond west', ['neighbour', 'path']),
      },
      toMidlineM: { road: choice.number('midline', 3.5, 5.5, 0.5), path: 1.5 },
    },
    buildings,
    raised: [],
    parking: type === 'erhverv_lager' ? { spaces: 8, accessible: 1 } : { spaces: 2, accessible: 0 },
    terrainM,
    northDegrees: choice.number('north arrow', -40, 40, 1),
  };
}

const names: Record<PlaceType, string> = {
  enfamiliehus_ny: 'Hus',
  tilbygning: 'Tilbygning',
  sommerhus: 'Sommerhus',
  erhverv_lager: 'Lagerhal',
};

function buildMain(type: PlaceType, measures: Measures, xM: number, level: number, choice: Choice): Building {
  const { widthM, depthM, southM, eavesM, pitchDegrees } = measures;
  const hall = type === 'erhverv_lager';
  return {
    id: 'new',
    name: names[type],
    state: 'new',
    use: type === 'tilbygning' ? 'extension' : 'primary',
    footprint: { xM, yM: southM, widthM, depthM },
    storeys: 1,
    roof: {
      form: 'saddeltag',
      pitchDegrees,
      ridge: 'x',
      overhangM: hall ? 0.1 : choice.number('overhang', 0.3, 0.5, 0.1),
      material: hall ? 'stålplader' : choice.of('roof', ['tegl', 'tagpap', 'betontagsten', 'skifer']),
    },
    eavesM,
    ridgeM: ridgeOf(measures),
    floorLevelM: level,
    wallMaterial: hall
      ? 'sandwichelementer'
      : choice.of('wall', ['røde mursten', 'gule mursten', 'træ', 'pudset murværk']),
    openings: openingsOf(widthM, depthM, hall),
    rooms: roomsOf(type, widthM, depthM, choice),
  };
}

function buildOld(widthM: number, measures: Measures, level: number, choice: Choice): Building {
  const { westM, southM, depthM } = measures;
  return {
    ...buildMain('enfamiliehus_ny', measures, westM, level, choice),
    id: 'old',
    state: 'existing',
    footprint: { xM: westM, yM: southM, widthM, depthM },
    openings: openingsOf(widthM, depthM, false),
    rooms: [],
  };
}

function openingsOf(widthM: number, depthM: number, hall: boolean): Opening[] {
  const count = Math.max(1, Math.floor(widthM / (hall ? 7 : 3.4)));
  const size = hall ? { widthM: 3.6, heightM: 4, sillM: 0 } : { widthM: 1.5, heightM: 1.2, sillM: 0.9 };
  const row = (side: Side): Opening[] =>
    Array.from({ length: count }, (_, i) => ({
      side,
      storey: 0,
      kind: hall ? 'door' : 'window',
      atM: Math.round(((i + 0.5) * (widthM / count) - size.widthM / 2) * 10) / 10,
      ...size,
    }));
  const door: Opening = {
    side: 'east',
    storey: 0,
    kind: 'door',
    atM: 1.2,
    widthM: 1,
    heightM: 2.1,
    sillM: 0,
  };
  const window: Opening = {
    side: 'west',
    storey: 0,
    kind: 'window',
    atM: depthM - 2.6,
    widthM: 1.2,
    heightM: 1.2,
    sillM: 0.9,
  };
  return hall ? [...row('south'), door] : [...row('south'), ...row('north'), door, window];
}

const roomRows: Record<PlaceType, readonly (readonly string[])[]> = {
  enfamiliehus_ny: [
    ['Værelse', 'Bad', 'Entré', 'Soveværelse'],
    ['Stue', 'Køkken/alrum', 'Bryggers'],
  ],
  tilbygning: [['Værelse'], ['Alrum']],
  sommerhus: [
    ['Værelse', 'Bad', 'Entré'],
    ['Opholdsstue', 'Køkken'],
  ],
  erhverv_lager: [['Lager', 'Kontor']],
};

/** Rows of rooms, the first in the north; of different widths. */
function roomsOf(type: PlaceType, widthM: number, depthM: number, choice: Choice): Room[] {
  const rows = roomRows[type];
  const depth = depthM / rows.length;
  return rows.flatMap((row, i) => {
    const weights = row.map((_, k) => choice.number(`room ${i} ${k}`, 1, 1.8, 0.1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let left = 0;
    return row.map((name, k): Room => {
      const width = (weights[k]! / whole) * widthM;
      left += width;
      const place = { xM: left - width, yM: depthM - (i + 1) * depth, widthM: width, depthM: depth };
      return { name, storey: 0, place, areaM2: Math.round((width - 0.4) * (depth - 0.4) * 10) / 10 };
    });
  });
}
