import type { Facts } from '../../facts.ts';
import type { Municipality } from '../../municipalities.ts';
import type { Topic } from '../../project.ts';

/** Topic, the label in each kind of form, and the value; `undefined` leaves the entry out, `''` leaves it empty. */
export type Entry = [topic: Topic, bom: string, question: string, table: string, value: string | undefined];

export interface Block {
  heading: Record<Municipality['form'], string>;
  entries: Entry[];
}

/** What a building that is torn down will be used for, and how it is heated, is not asked. */
export function emptyUnlessDemolished({ affald_ton }: Facts): string | undefined {
  return affald_ton === undefined ? '' : undefined;
}
