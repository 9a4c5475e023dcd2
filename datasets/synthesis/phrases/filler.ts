import type { Facts } from '../facts.ts';
import type { Writer } from './writer.ts';

const openings = [
  'Generelt',
  'Omfang',
  'Udførelse',
  'Kvalitet',
  'Drift',
  'Koordinering',
  'Produktvalg',
  'Kontrol',
];
const subjects = [
  ['terrændæk', 'isolering og beton', 'fugtsikring'],
  ['skillevægge', 'gipsplader på stålskelet', 'spartling og maling'],
  ['lofter', 'træbeton eller gips', 'akustik'],
  ['gulve', 'trægulv og klinker', 'undergulv og fuger'],
  ['vinduer og døre', 'træ med aluminiumsbeklædning', 'fuger og beslag'],
  ['ventilation', 'balanceret anlæg', 'indregulering'],
  ['vandinstallation', 'fordelerrør og rør-i-rør', 'tæthedsprøve'],
  ['el', 'tavle og føringsveje', 'afprøvning'],
  ['køkken og fast inventar', 'standardskabe', 'opmåling på stedet'],
  ['maling', 'plastmaling i lyse farver', 'afdækning'],
  ['undertag', 'fast eller banevare', 'inddækninger'],
  ['vådrum', 'vådrumsmembran og fliser', 'fald mod gulvafløb'],
] as const;

/** A paragraph of the kind that fills descriptions of work: true of any building, and of no consequence for the case. */
export function fillerParagraph(f: Facts, w: Writer, at: number): string {
  const [part, material, care] = subjects[w.random.below(subjects.length)]!;
  const heading = `${at}. ${w.one(...openings)}, ${part}`;
  const sentences = [
    w.one(
      `Arbejdet med ${part} omfatter levering og montage af ${material}.`,
      `For ${part} anvendes ${material} af sædvanlig kvalitet.`,
      `${capital(part)} udføres med ${material} efter leverandørens anvisning.`,
    ),
    w.one(
      `Særlig omhu kræves ved ${care}.`,
      `Entreprenøren dokumenterer ${care} i sin egenkontrol.`,
      `Der føres tilsyn med ${care}.`,
    ),
    w.one(
      'Materialer opbevares tørt og afdækket på pladsen.',
      'Affald sorteres og bortskaffes løbende.',
      'Arbejdet udføres i tør periode.',
      'Prøver forelægges, før arbejdet sættes i gang i fuldt omfang.',
    ),
    w.one(
      'Vejledning om drift og vedligehold afleveres ved færdigmelding.',
      'Energi, lyd og indeklima eftervises ved færdigmelding.',
      'Dokumentation samles i en mappe til bygningens ejer.',
      'Tidsplanen aftales med de øvrige fag.',
    ),
    w.one(
      'Arbejdsmiljøet planlægges, så tunge løft undgås.',
      'Pladsen holdes ryddet, og naboer generes mindst muligt.',
      'Støjende arbejde lægges på hverdage i dagtimerne.',
      'Adgangsvejen renholdes.',
    ),
  ];
  return `${heading}\n${sentences.slice(0, 3 + w.random.below(3)).join(' ')}${f.bygningsnavn === undefined ? '' : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
