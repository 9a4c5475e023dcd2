import type { Facts } from '../../facts.ts';
import { lower } from '../../phrases/lower.ts';
import { type Block, emptyUnlessDemolished } from './block.ts';

export function about(f: Facts): Block {
  const signature = f.ejer_signatur ? 'ja, MitID' : 'nej';
  return {
    heading: { bom: 'EJENDOM OG PARTER', questions: 'Hvem og hvor', table: '1. STAMDATA' },
    entries: [
      ['identity', 'Ejendom', 'Hvor skal der bygges?', 'ADRESSE', f.adresse],
      ['identity', 'Matr.nr.', 'Hvad er matrikelnummeret?', 'MATR.NR.', `${f.matrikelnr}, ${f.ejerlav}`],
      [
        'parties',
        'Ejer',
        'Hvem ejer ejendommen?',
        'EJER',
        `${(f.ejere ?? []).join(' og ')} (${f.antal_ejere} ${f.antal_ejere === 1 ? 'tinglyst ejer' : 'tinglyste ejere'})`,
      ],
      ['parties', 'Ansøger', 'Hvem søger?', 'ANSØGER', `${f.ansoeger}, ${f.ansoeger_rolle}`],
      [
        'parties',
        'Ejers digitale underskrift',
        'Har ejeren skrevet under digitalt?',
        'EJERS UNDERSKRIFT',
        signature,
      ],
      ['use', 'Byggearbejde', 'Hvad vil du bygge?', 'ARBEJDETS ART', f.byggearbejde],
      [
        'use',
        'Hidtidig anvendelse',
        'Hvad har det været brugt til?',
        'ANVENDELSE, EKS.',
        f.anvendelse_eks === undefined ? '' : lower(f.anvendelse_eks),
      ],
      [
        'use',
        'Fremtidig anvendelse',
        'Hvad skal det bruges til?',
        'ANVENDELSE, NY',
        f.anvendelse_ny === undefined ? emptyUnlessDemolished(f) : lower(f.anvendelse_ny),
      ],
      [
        'use',
        'Antal boliger',
        'Hvor mange boliger er der bagefter?',
        'BOLIGER, ANTAL',
        f.antal_boliger === undefined ? undefined : String(f.antal_boliger),
      ],
      [
        'started',
        'Arbejdet påbegyndt',
        'Er arbejdet gået i gang?',
        'PÅBEGYNDT',
        f.arbejdet_paabegyndt ? 'ja' : 'nej',
      ],
    ],
  };
}
