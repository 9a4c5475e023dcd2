import { round } from './draw.ts';
import type { Opening, Rectangle, Room, Side } from './world.ts';

/** A row of rooms from wall to wall, and how deep it is beside the others. */
export interface RoomRow {
  names: readonly string[];
  share: number;
}

/** How wide a room is beside its neighbours. */
const shares: [name: RegExp, share: number][] = [
  [/^(?:BAD|WC|BRYGGERS|ENTRE|TEKNIK|GANG|CYKLER)/u, 0.6],
  [/^(?:STUE|KØKKENALRUM|ALRUM|OPHOLDSRUM)/u, 1.5],
  [/^SOVEVÆRELSE/u, 1.2],
];

/** Of what lies within the middle of the walls, what is left between them. */
const withoutWalls = 0.88;

/** Two rows of rooms that fill the building. */
export function layRooms(
  footprint: Rectangle,
  names: readonly string[],
  storey: number,
  openings: readonly Opening[],
): Room[] {
  const upper = names.slice(0, Math.ceil(names.length / 2));
  const rows = [names.slice(upper.length), upper].map((row) => ({ names: row, share: 1 }));
  return layRows(
    footprint,
    rows.filter((row) => row.names.length > 0),
    storey,
    openings,
  );
}

/** Rows from the south to the north. No wall between rooms ends in a window or a door. */
export function layRows(
  { widthM, depthM }: Rectangle,
  rows: readonly RoomRow[],
  storey: number,
  openings: readonly Opening[],
): Room[] {
  const here = openings.filter((opening) => opening.storey === storey);
  const across = stretches(here, ['east', 'west'], depthM);
  const depths = edges(
    rows.map(({ share }) => share),
    depthM,
    across,
  );
  return rows.flatMap(({ names }, at) => {
    const outer: Side[] = [
      ...(at === 0 ? ['south' as const] : []),
      ...(at === rows.length - 1 ? ['north' as const] : []),
    ];
    const widths = edges(names.map(shareOf), widthM, stretches(here, outer, widthM));
    return names.map((name, column) => {
      const [left, right] = [widths[column]!, widths[column + 1]!];
      const [low, high] = [depths[at]!, depths[at + 1]!];
      return {
        name,
        storey,
        place: { xM: left, yM: low, widthM: round(right - left, 2), depthM: round(high - low, 2) },
        areaM2: round((right - left) * (high - low) * withoutWalls, 1),
      };
    });
  });
}

function shareOf(name: string): number {
  return shares.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
}

/** Where parts with such shares of a length begin and end, moved out of the way of openings. */
function edges(parts: readonly number[], lengthM: number, taken: readonly Stretch[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const all = [0];
  let sum = 0;
  for (const part of parts.slice(0, -1)) {
    sum += part;
    all.push(beside((sum / whole) * lengthM, taken));
  }
  return [...all, lengthM].map((each) => round(each, 2));
}

interface Stretch {
  fromM: number;
  toM: number;
}

/** Half an inner wall and a little more. */
const clearM = 0.15;

/** The nearest place that lies in no opening. */
function beside(atM: number, taken: readonly Stretch[]): number {
  const ends = taken.flatMap(({ fromM, toM }) => [fromM - clearM, toM + clearM]);
  const free = [atM, ...ends].filter((each) =>
    taken.every(({ fromM, toM }) => each <= fromM - clearM || each >= toM + clearM),
  );
  return free.reduce(
    (best, each) => (Math.abs(each - atM) < Math.abs(best - atM) ? each : best),
    free[0] ?? atM,
  );
}

/** Openings of some walls, from the south-west corner on: `atM` counts from a wall's left end as seen from outside. */
function stretches(openings: readonly Opening[], sides: readonly Side[], lengthM: number): Stretch[] {
  return openings
    .filter(({ side }) => sides.includes(side))
    .map(({ side, atM, widthM }) =>
      side === 'south' || side === 'east'
        ? { fromM: atM, toM: atM + widthM }
        : { fromM: lengthM - atM - widthM, toM: lengthM - atM },
    );
}
