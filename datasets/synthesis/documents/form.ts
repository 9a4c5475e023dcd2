import type { Facts } from '../facts.ts';
import type { Municipality } from '../municipalities.ts';
import { lower } from '../phrases/build.ts';
import type { Writer } from '../phrases/writer.ts';
import type { Topic } from '../project.ts';
import type { Line } from './line.ts';

/** Topic, the label in each kind of form, and the value; `undefined` leaves the entry out, `''` leaves it empty. */
type Entry = [topic: Topic, bom: string, question: string, table: string, value: string | undefined];

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

interface Block {
  heading: Record<Municipality['form'], string>;
  entries: Entry[];
}

function toLine([topic, bom, question, table, value]: Entry, kind: Municipality['form']): Line[] {
  if (value === undefined) return [];
  const text = { bom: `${bom}: ${value}`, questions: `${question}  ${value}`, table: `${table} | ${value}` }[
    kind
  ];
  return [{ topic, text: text.trimEnd() }];
}

function about(f: Facts): Block {
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

function building(f: Facts, w: Writer): Block {
  return {
    heading: { bom: 'BBR-OPLYSNINGER', questions: 'Om bygningen', table: '3. BBR' },
    entries: [
      [
        'bbr',
        'BBR-bygningsnummer',
        'Hvilket bygningsnummer har huset i BBR?',
        'BBR-BYGNINGSNR.',
        f.bbr_bygningsnr,
      ],
      ['materials', 'Ydervæg', 'Hvad er ydervæggene af?', 'YDERVÆG', f.ydervaeg],
      ['materials', 'Tag', 'Hvad er taget af?', 'TAG', f.tag],
      [
        'heating',
        'Opvarmning',
        'Hvordan varmes der op?',
        'OPVARMNING',
        f.varmekilde ?? emptyUnlessDemolished(f),
      ],
      [
        'rain',
        'Tagvand',
        'Hvor ledes tagvandet hen?',
        'TAGVAND',
        f.regnvand === undefined ? undefined : f.regnvand,
      ],
      [
        'demolition',
        'Byggeaffald',
        'Hvor meget affald bliver der?',
        'AFFALD',
        f.affald_ton === undefined ? undefined : `${w.n(f.affald_ton)} ton`,
      ],
      [
        'insurance',
        'Byggeskadeforsikring',
        'Hvad gælder om byggeskadeforsikring?',
        'BYGGESKADEFORSIKRING',
        f.byggeskadeforsikring,
      ],
    ],
  };
}

function geometry(f: Facts, w: Writer): Block {
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

function register(f: Facts, w: Writer): Block {
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

function areas(f: Facts, w: Writer): Block {
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

function classes(f: Facts, ownDeclaration: boolean): Block {
  const chapters = f.erklaering_tekniske_kapitler;
  return {
    heading: { bom: 'TEKNISKE FORHOLD', questions: 'Tekniske forhold', table: '6. TEKNISKE FORHOLD' },
    entries: [
      ['fire', 'Brandklasse', 'Hvilken brandklasse?', 'BRANDKLASSE', f.brandklasse],
      [
        'structure',
        'Konstruktionsklasse',
        'Hvilken konstruktionsklasse?',
        'KONSTRUKTIONSKLASSE',
        f.konstruktionsklasse,
      ],
      ['fire', 'Brandrådgiver', 'Hvem er brandrådgiver?', 'BRANDRÅDGIVER', f.brandraadgiver],
      ['structure', 'Statiker', 'Hvem er statiker?', 'STATIKER', f.statiker],
      [
        'declaration',
        'Erklæring om tekniske forhold, kapitler',
        'Hvilke tekniske kapitler i BR18 gælder?',
        'ERKLÆRING, KAPITLER',
        ownDeclaration || chapters === undefined ? undefined : chapters.join(', '),
      ],
    ],
  };
}

/** What a building that is torn down will be used for, and how it is heated, is not asked. */
function emptyUnlessDemolished({ affald_ton }: Facts): string | undefined {
  return affald_ton === undefined ? '' : undefined;
}
