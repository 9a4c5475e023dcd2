import type { Rectangle, Room } from '../world.ts';

export interface InnerDoor {
  /** Its middle, in metres. */
  at: readonly [xM: number, yM: number];
  along: 'x' | 'y';
}

/** From which rooms others are reached, best first. */
const passages = [/gang|fordel|trappe/iu, /entr/iu, /stue|alrum|opholds|lager|hal/iu, /køkken|kontor/iu];

/**
 * A world says nothing of doors within a building; a plan without them would look wrong. Each room gets one, to a room
 * that others are reached from where it has such a neighbour; rooms that share no wall wide enough stay as they are.
 */
export function innerDoors(rooms: readonly Room[], inside: Rectangle): InnerDoor[] {
  if (rooms.length < 2) return [];
  const byRank = [...rooms].sort((a, b) => rank(a) - rank(b));
  const reached = [byRank[0]!];
  const waiting = byRank.slice(1);
  const doors: InnerDoor[] = [];
  while (waiting.length > 0) {
    const next = nearest(reached, waiting, inside);
    if (next === undefined) return doors;
    doors.push(next.door);
    reached.push(next.room);
    reached.sort((a, b) => rank(a) - rank(b));
    waiting.splice(waiting.indexOf(next.room), 1);
  }
  return doors;
}

function nearest(
  reached: readonly Room[],
  waiting: readonly Room[],
  inside: Rectangle,
): { room: Room; door: InnerDoor } | undefined {
  for (const from of reached) {
    for (const room of waiting) {
      const door = doorBetween(from, room, inside);
      if (door !== undefined) return { room, door };
    }
  }
  return undefined;
}

function rank({ name }: Room): number {
  const found = passages.findIndex((passage) => passage.test(name));
  return found === -1 ? passages.length : found;
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
