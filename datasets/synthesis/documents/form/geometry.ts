import type { Facts } from '../../facts.ts';
import type { Writer } from '../../phrases/writer.ts';
import type { Block } from './block.ts';

export function geometry(f: Facts, w: Writer): Block {
  const metre = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : w.m(value);
  return {
    heading: {
      bom: 'PLACERING OG HØJDE',
      questions: 'Hvor ligger det, og hvor højt er det',
      table: '4. MÅL',
    },
    entries: [
      [
        'distance',
        'Mindste afstand til naboskel',
        'Hvor langt er der til nærmeste nabo?',
        'AFSTAND, NABOSKEL',
        metre(f.afstand_nabo_m),
      ],
      [
        'distance',
        'Afstand til vejskel',
        'Hvor langt er der til vej?',
        'AFSTAND, VEJSKEL',
        metre(f.afstand_vej_m),
      ],
      [
        'distance',
        'Afstand til stiskel',
        'Hvor langt er der til sti?',
        'AFSTAND, STISKEL',
        metre(f.afstand_sti_m),
      ],
      [
        'height',
        'Største højde over terræn',
        'Hvor højt bliver det?',
        'HØJDE, STØRSTE',
        metre(f.max_hoejde_m),
      ],
      [
        'height',
        'Antal etager',
        'Hvor mange etager?',
        'ETAGER',
        f.etager === undefined ? undefined : String(f.etager),
      ],
    ],
  };
}
