import { ListInterner } from './list-interner.ts';

/** Lists of nodes cut into their pieces within one connected part each, where pairs of pieces are counted apart. */
export interface PartLists {
  /** The pieces: lists of nodes. */
  pieces: ListInterner;
  /** The pieces of list `id` are `pieceOf[starts[id] … starts[id + 1]]`. */
  pieceOf: Int32Array;
  starts: Int32Array;
  /** The pieces of each part. */
  byPart: number[][];
}

/** @param lists of ascending nodes, which are numbered part by part */
export function cutByPart(lists: ListInterner, partOf: Int32Array, parts: number): PartLists {
  const pieces = new ListInterner();
  const pieceOf: number[] = [];
  const starts = new Int32Array(lists.size + 1);
  const byPart: number[][] = Array.from({ length: parts }, () => []);
  for (let id = 0; id < lists.size; id += 1) {
    const list = lists.at(id);
    for (let from = 0, to = 0; from < list.length; from = to) {
      const part = partOf[list[from]!]!;
      while (to < list.length && partOf[list[to]!] === part) to += 1;
      const piece = pieces.size;
      const number = pieces.intern(list.subarray(from, to));
      if (number === piece) byPart[part]!.push(number);
      pieceOf.push(number);
    }
    starts[id + 1] = pieceOf.length;
  }
  return { pieces, pieceOf: Int32Array.from(pieceOf), starts, byPart };
}
