import type { Random } from '../../evals/statistics/random.ts';
import { between, pick, round } from './draw.ts';
import { layRooms } from './lay-rooms.ts';
import type { Building, Opening, Rectangle, Side } from './world.ts';

export interface BuildInput {
  id: string;
  name: string;
  state: Building['state'];
  use: Building['use'];
  footprint: Rectangle;
  storeys?: number;
  form?: Building['roof']['form'];
  pitchDegrees?: number;
  ridge?: 'x' | 'y';
  overhangM?: number;
  roof: string;
  wall: string;
  eavesM: number;
  /** Absent: from the eaves, the pitch and the span. */
  ridgeM?: number;
  floorLevelM: number;
  rooms?: readonly string[];
  openings?: boolean;
}

/** A building whose ridge follows from eaves, pitch and span, with rooms and openings set out. */
export function build(input: BuildInput, random: Random): Building {
  const { footprint, storeys = 1, form = 'saddeltag', pitchDegrees = 25 } = input;
  const ridge = input.ridge ?? (footprint.widthM >= footprint.depthM ? 'x' : 'y');
  const span = ridge === 'x' ? footprint.depthM : footprint.widthM;
  const rise = form === 'fladt' ? 0 : Math.tan((pitchDegrees * Math.PI) / 180) * (span / 2);
  const openings = input.openings === false ? [] : setOpenings(footprint, storeys, random);
  const ridgeM = input.ridgeM ?? round(Math.floor((input.eavesM + rise) * 20) / 20, 2);
  return {
    id: input.id,
    name: input.name,
    state: input.state,
    use: input.use,
    footprint,
    storeys,
    roof: {
      form,
      pitchDegrees: form === 'fladt' ? 0 : pitchDegrees,
      ridge,
      overhangM: input.overhangM ?? 0.4,
      material: input.roof,
    },
    eavesM: input.eavesM,
    ridgeM,
    floorLevelM: input.floorLevelM,
    wallMaterial: input.wall,
    openings,
    rooms: storeyNumbers(storeys).flatMap((storey) =>
      layRooms(footprint, input.rooms ?? [], storey, openings),
    ),
  };
}

function storeyNumbers(storeys: number): number[] {
  return Array.from({ length: storeys }, (_, index) => index);
}

function setOpenings(footprint: Rectangle, storeys: number, random: Random): Opening[] {
  const all: Opening[] = [];
  const doorSide = pick(random, ['south', 'north'] as const);
  for (const side of ['south', 'east', 'north', 'west'] as Side[]) {
    const length = side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM;
    for (const storey of storeyNumbers(storeys)) {
      const count = Math.max(1, Math.floor(length / 4.5));
      for (let index = 0; index < count; index += 1) {
        const atM = round((length / count) * index + length / count / 2 - 0.6, 2);
        const isDoor = side === doorSide && storey === 0 && index === 0;
        all.push(
          isDoor
            ? { side, storey, kind: 'door', atM, widthM: 1, heightM: 2.1, sillM: 0 }
            : {
                side,
                storey,
                kind: 'window',
                atM,
                widthM: between(random, 0.9, 1.5, 0.1),
                heightM: 1.2,
                sillM: 0.9,
              },
        );
      }
    }
  }
  return all;
}

/** The building with other outer walls: rooms and openings move along. */
export function reshape(building: Building, footprint: Rectangle): Building {
  const scale = {
    x: footprint.widthM / building.footprint.widthM,
    y: footprint.depthM / building.footprint.depthM,
  };
  return {
    ...building,
    footprint,
    rooms: building.rooms.map((room) => {
      const widthM = round(room.place.widthM * scale.x, 2);
      const depthM = round(room.place.depthM * scale.y, 2);
      return {
        ...room,
        place: {
          xM: round(room.place.xM * scale.x, 2),
          yM: round(room.place.yM * scale.y, 2),
          widthM,
          depthM,
        },
        ...(room.areaM2 === undefined ? {} : { areaM2: round(widthM * depthM * 0.88, 1) }),
      };
    }),
    openings: building.openings.map((opening) => ({
      ...opening,
      atM: round(opening.atM * (opening.side === 'south' || opening.side === 'north' ? scale.x : scale.y), 2),
    })),
  };
}
