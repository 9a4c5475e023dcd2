import type { Rectangle, Room } from '../world.ts';

export interface InnerDoor {
  /** Its middle, in metres. */
  at: readonly [xM: number, yM: number];
  along: 'x' | 'y';
}

/** Rooms from which others are reached, best first. */
const passages = [/gang|fordel|entr|trappe/iu, /stue|alrum|opholds|lager|hal/iu, /køkken/iu];

/**
 * A world says nothing of doors within a building; a plan without them would look wrong. Each room gets one, to the room
 * that leads there soonest from the hall; rooms that share no wall wide enough stay as they are.
 */
export function innerDoors(rooms: readonly Room[], inside: Rectangle): InnerDoor[] {
  if (rooms.length < 2) return [];
  const reached = [startRoom(rooms)];
  const waiting = new Set(rooms.filter((room) => room !== reached[0]));
  const doors: InnerDoor[] = [];
  for (let i = 0; i < reached.length; i++) {
    for (const room of [...waiting]) {
      const door = doorBetween(reached[i]!, room, inside);
      if (door === undefined) continue;
      doors.push(door);
      reached.push(room);
      waiting.delete(room);
    }
  }
  return doors;
}

function startRoom(rooms: readonly Room[]): Room {
  for (const name of passages) {
    const found = rooms.find((room) => name.test(room.name));
    if (found !== undefined) return found;
  }
  return rooms[0]!;
}

function doorBetween({ place: a }: Room, { place: b }: Room, inside: Rectangle): InnerDoor | undefined {
  // Not in the same corner as one another.
  const x = common(
    0.05,
    [a.xM, a.xM + a.widthM],
    [b.xM, b.xM + b.widthM],
    [inside.xM, inside.xM + inside.widthM],
  );
  const y = common(
    0.6,
    [a.yM, a.yM + a.depthM],
    [b.yM, b.yM + b.depthM],
    [inside.yM, inside.yM + inside.depthM],
  );
  if (near(a.yM + a.depthM, b.yM) || near(b.yM + b.depthM, a.yM)) {
    const edge = near(a.yM + a.depthM, b.yM) ? b.yM : a.yM;
    return x === undefined ? undefined : { at: [x, edge], along: 'x' };
  }
  if (near(a.xM + a.widthM, b.xM) || near(b.xM + b.widthM, a.xM)) {
    const edge = near(a.xM + a.widthM, b.xM) ? b.xM : a.xM;
    return y === undefined ? undefined : { at: [edge, y], along: 'y' };
  }
  return undefined;
}

/** A place in what the rooms share, in metres; undefined where that is too short for a door. */
function common(share: number, ...stretches: (readonly [number, number])[]): number | undefined {
  const from = Math.max(...stretches.map(([start]) => start));
  const to = Math.min(...stretches.map(([, end]) => end));
  return to - from < 1.1 ? undefined : from + 0.55 + share * (to - from - 1.1);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.25;
}
