import type { Facts } from '../../facts.ts';
import { lower } from '../../phrases/lower.ts';
import type { Writer } from '../../phrases/writer.ts';
import type { Block, Entry } from './block.ts';

export function areas(f: Facts, w: Writer): Block {
  const area = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : w.a(value);
  return {
    heading: { bom: 'AREALER', questions: 'Hvor stort', table: '5. AREALER' },
    entries: [
      ['areas', 'Grundareal', 'Hvor stor er grunden?', 'GRUNDAREAL', area(f.grundareal_m2)],
      [
        'areas',
        'Etageareal i alt',
        'Hvor stort er etagearealet i alt?',
        'ETAGEAREAL I ALT',
        area(f.etageareal_primaer_m2),
      ],
      ['areas', 'Heraf tilbygning', 'Hvor stor er tilbygningen?', 'HERAF TILBYGNING', area(f.tilbygning_m2)],
      ['areas', 'Tagetage', 'Er der udnyttet tagetage?', 'TAGETAGE', area(f.tagetage_m2)],
      ['areas', 'Kælder', 'Er der kælder?', 'KÆLDER', area(f.kaelder_m2)],
      ...(f.sekundaere ?? []).map(
        ({ navn, m2, ny }): Entry => [
          'areas',
          `${navn}${ny ? ' (ny)' : ' (eksisterende)'}`,
          `Hvor stort er ${lower(navn)}${ny ? ' (nyt)' : ' (eksisterende)'}?`,
          `${navn.toUpperCase()}${ny ? ' (NY)' : ' (EKS.)'}`,
          w.a(m2),
        ],
      ),
      [
        'ratio',
        'Bebyggelsesprocent',
        'Hvad bliver bebyggelsesprocenten?',
        'BEBYGGELSESPROCENT',
        f.bebyggelsesprocent_oplyst_pct === undefined ? undefined : w.p(f.bebyggelsesprocent_oplyst_pct),
      ],
      [
        'parking',
        'P-pladser',
        'Hvor mange p-pladser er der?',
        'P-PLADSER',
        f.parkeringspladser === undefined ? undefined : String(f.parkeringspladser),
      ],
    ],
  };
}
