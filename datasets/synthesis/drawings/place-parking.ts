import type { Rectangle, Side, World } from '../world.ts';

export interface ParkingSpace extends Rectangle {
  accessible: boolean;
}

/** Width × length in metres; accessible spaces are 3.5 × 5.0 (BR18 § 402). */
const size = { usual: [2.5, 5], accessible: [3.5, 5] } as const;

/**
 * Puts the parking spaces of a world where there is room, from the road inwards. At most 60 are drawn.
 * @returns fewer than there are where the plot has no room
 */
export function placeParking({ plot, buildings, raised, parking }: World): ParkingSpace[] {
  const taken: Rectangle[] = [
    ...buildings.filter(({ state }) => state !== 'demolished').map(({ footprint }) => widen(footprint, 0.8)),
    ...raised.map(({ place }) => place),
  ];
  const road =
    (['south', 'east', 'north', 'west'] as const).find((side) => plot.beyond[side] === 'road') ?? 'south';
  const placed: ParkingSpace[] = [];
  const wanted = Math.min(parking.spaces, 60);
  for (let i = 0; i < wanted; i++) {
    const accessible = i < parking.accessible;
    const [width, length] = accessible ? size.accessible : size.usual;
    const along = road === 'south' || road === 'north';
    const [widthM, depthM] = along ? [width, length] : [length, width];
    const place = findRoom(plot, road, widthM, depthM, [...taken, ...placed]);
    if (place === undefined) break;
    placed.push({ ...place, accessible });
  }
  return placed;
}

function findRoom(
  plot: World['plot'],
  road: Side,
  widthM: number,
  depthM: number,
  taken: readonly Rectangle[],
): Rectangle | undefined {
  const along = road === 'south' || road === 'north';
  const [length, inwards] = along
    ? [plot.widthM - widthM, plot.depthM - depthM]
    : [plot.depthM - depthM, plot.widthM - widthM];
  for (let inward = 1; inward <= inwards - 1; inward += 0.5) {
    for (let sideways = 1; sideways <= length - 1; sideways += 0.5) {
      const place: Rectangle = {
        xM: along ? sideways : road === 'west' ? inward : inwards - inward,
        yM: along ? (road === 'south' ? inward : inwards - inward) : sideways,
        widthM,
        depthM,
      };
      if (!taken.some((other) => meet(place, other))) return place;
    }
  }
  return undefined;
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return (
    a.xM < b.xM + b.widthM - 1e-9 &&
    b.xM < a.xM + a.widthM - 1e-9 &&
    a.yM < b.yM + b.depthM - 1e-9 &&
    b.yM < a.yM + a.depthM - 1e-9
  );
}

function widen({ xM, yM, widthM, depthM }: Rectangle, byM: number): Rectangle {
  return { xM: xM - byM, yM: yM - byM, widthM: widthM + 2 * byM, depthM: depthM + 2 * byM };
}
