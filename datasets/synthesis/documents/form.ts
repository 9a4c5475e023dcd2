import type { Facts } from '../facts.ts';
import type { Municipality } from '../municipalities.ts';
import type { Writer } from '../phrases/writer.ts';
import { about } from './form/about.ts';
import { areas } from './form/areas.ts';
import type { Entry } from './form/block.ts';
import { building } from './form/building.ts';
import { classes } from './form/classes.ts';
import { geometry } from './form/geometry.ts';
import { register } from './form/register.ts';
import type { Line } from './line.ts';

/** The application form, in the municipality's own order of headings. */
export function writeForm(
  f: Facts,
  w: Writer,
  kind: Municipality['form'],
  asksGeometry: boolean,
  ownDeclaration: boolean,
): Line[] {
  const blocks = [
    about(f),
    building(f, w),
    geometry(f, w),
    register(f, w),
    areas(f, w),
    classes(f, ownDeclaration),
  ];
  const order = { bom: [0, 1, 2, 3, 4, 5], questions: [0, 1, 4, 2, 5, 3], table: [0, 3, 1, 2, 4, 5] }[kind];
  const present = order.filter((at) => at !== 2 || asksGeometry).map((at) => blocks[at]!);
  const head = {
    bom: 'BYG OG MILJØ - ANSØGNING',
    questions: 'Ansøgning om byggetilladelse',
    table: 'ANSØGNINGSSKEMA, BYGGESAG',
  }[kind];
  return [
    { topic: 'other', text: f.bom_nr === undefined ? head : `${head} ${f.bom_nr}` },
    ...present.flatMap((block) => [
      { topic: 'other' as const, text: `\n${block.heading[kind]}` },
      ...block.entries.flatMap((entry) => toLine(entry, kind)),
    ]),
  ];
}

function toLine([topic, bom, question, table, value]: Entry, kind: Municipality['form']): Line[] {
  if (value === undefined) return [];
  const text = { bom: `${bom}: ${value}`, questions: `${question}  ${value}`, table: `${table} | ${value}` }[
    kind
  ];
  return [{ topic, text: text.trimEnd() }];
}
