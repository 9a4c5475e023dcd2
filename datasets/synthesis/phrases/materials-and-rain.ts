import type { Facts } from '../facts.ts';
import type { Writer } from './writer.ts';

export function sayMaterials(f: Facts, w: Writer, formal: boolean): string[] {
  if (f.ydervaeg === undefined || f.tag === undefined) return [];
  const lines = [
    formal
      ? w.one(
          `Ydervægge udføres i ${f.ydervaeg}, og taget belægges med ${f.tag}.`,
          `Ydervæg: ${f.ydervaeg}. Tag: ${f.tag}.`,
          `Tagbelægning: ${f.tag}. Facader: ${f.ydervaeg}.`,
        )
      : w.one(
          `Væggene bliver ${f.ydervaeg}, og taget bliver ${f.tag}.`,
          `Taget er ${f.tag} og væggene ${f.ydervaeg}.`,
          `Der kommer ${f.tag} på taget og ${f.ydervaeg} på væggene.`,
        ),
  ];
  if (f.taghaeldning_grader !== undefined && formal)
    lines.push(
      w.one(
        `Taghældning ${w.n(f.taghaeldning_grader)}°.`,
        `Tagets hældning er ${w.n(f.taghaeldning_grader)}°.`,
        `Hældning på taget: ${w.n(f.taghaeldning_grader)}°.`,
      ),
    );
  return lines;
}

export function sayRain(f: Facts, w: Writer, formal: boolean): string[] {
  const ways: Record<string, [string, string, string]> = {
    kloak: [
      'Tagvand ledes til kommunens regnvandskloak.',
      'Tagvandet føres til kloak.',
      'Regnvand fra taget kobles på kloakken i vejen.',
    ],
    faskine: [
      'Tagvand ledes til faskine på egen grund.',
      'Tagvandet nedsives i en faskine på grunden.',
      'Regnvand fra taget føres til faskine.',
    ],
    nedsivning: [
      'Tagvand nedsives på egen grund.',
      'Tagvandet siver ned i et regnbed på grunden.',
      'Regnvand fra taget håndteres ved nedsivning på grunden.',
    ],
  };
  const found = ways[f.regnvand ?? ''];
  return found === undefined
    ? []
    : [
        `${w.one(...found)}${formal && f.regnvand !== 'kloak' && f.nedsivning === true ? ' Ansøgning om nedsivning er vedlagt.' : ''}`,
      ];
}
