import type { Facts } from '../../facts.ts';
import type { Writer } from '../../phrases/writer.ts';
import type { Block } from './block.ts';

export function register(f: Facts, w: Writer): Block {
  const none = (items: string[] | undefined): string =>
    (items ?? []).length === 0 ? 'ingen' : items!.join('; ');
  return {
    heading: { bom: 'SÆRLIGE FORHOLD', questions: 'Særlige forhold', table: '2. PLAN OG REGISTRE' },
    entries: [
      ['register', 'Lokalplan', 'Er der lokalplan?', 'LOKALPLAN', f.lokalplan_nr],
      ['register', 'Linjer', 'Er der byggelinjer eller beskyttelseslinjer?', 'LINJER', none(f.linjer)],
      ['register', 'Forurening', 'Er grunden kortlagt?', 'FORURENING', f.forureningskortlaegning],
      [
        'register',
        'Fredet',
        'Er bygningen fredet?',
        'FREDET',
        f.fredet === undefined ? undefined : f.fredet ? 'ja' : 'nej',
      ],
      [
        'register',
        'Udpeget som bevaringsværdig',
        'Er bygningen udpeget som bevaringsværdig?',
        'BEVARINGSVÆRDIG',
        f.bevaringsvaerdig_udpeget === undefined ? undefined : f.bevaringsvaerdig_udpeget ? 'ja' : 'nej',
      ],
      [
        'dispensation',
        'Søgte dispensationer',
        'Søger du dispensation?',
        'DISPENSATION SØGT',
        none(f.soegte_dispensationer),
      ],
      [
        'dispensation',
        'Meddelte tilladelser',
        'Er der givet andre tilladelser?',
        'TILLADELSER MEDDELT',
        none(f.dispensationer_givet),
      ],
      [
        'temporary',
        'Opstilling',
        'Hvornår skal det stå der?',
        'OPSTILLING',
        f.opstilling_fra === undefined || f.opstilling_til === undefined
          ? undefined
          : `${w.d(f.opstilling_fra)} til ${w.d(f.opstilling_til)}`,
      ],
      [
        'temporary',
        'Certifikat',
        'Er der certifikat?',
        'CERTIFIKAT',
        f.konstruktion_type === undefined ? undefined : (f.certifikat ?? 'nej'),
      ],
    ],
  };
}
