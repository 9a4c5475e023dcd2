import type { Facts } from '../facts.ts';
import { sayFire, sayRescue, sayResponse, sayStructure } from '../phrases/classes.ts';
import { lower } from '../phrases/lower.ts';
import type { Writer } from '../phrases/writer.ts';
import type { Topic } from '../project.ts';
import { list } from '../style.ts';
import type { Line } from './line.ts';

type Write = (f: Facts, w: Writer, silent: ReadonlySet<Topic>) => { title: string; lines: Line[] };

const line = (topic: Topic, text: string): Line => ({ topic, text });
const lines = (topic: Topic, texts: readonly string[]): Line[] => texts.map((text) => line(topic, text));

function place(f: Facts, w: Writer): Line {
  return line(
    'identity',
    w.one(
      `Ejendom: ${f.adresse}, matr.nr. ${f.matrikelnr}, ${f.ejerlav}.`,
      `${f.adresse}, matr.nr. ${f.matrikelnr}, ${f.ejerlav}`,
      `Vedr. ${f.adresse}, matr.nr. ${f.matrikelnr}, ${f.ejerlav}.`,
    ),
  );
}

/** All documents that are neither form, description nor drawing. */
export const declarations: Record<string, Write> = {
  fuldmagt: (f, w) => ({
    title: w.one('Fuldmagt', 'Fuldmagt til byggesag', 'Ejers fuldmagt'),
    lines: [
      line('other', 'FULDMAGT'),
      place(f, w.fork('place')),
      line(
        'parties',
        w.one(
          `${list(f.fuldmagtFra ?? [])} giver ${f.fuldmagtTil} fuldmagt til at søge byggetilladelse til ${lower(f.fuldmagtArbejde ?? '')}.`,
          `Undertegnede, ${list(f.fuldmagtFra ?? [])}, giver hermed ${f.fuldmagtTil} fuldmagt til at ansøge om ${lower(f.fuldmagtArbejde ?? '')}.`,
          `Fuldmagt gives af ${list(f.fuldmagtFra ?? [])} til ${f.fuldmagtTil} og omfatter ${lower(f.fuldmagtArbejde ?? '')}.`,
        ),
      ),
      ...(f.fuldmagtFra ?? []).map((owner) => line('parties', `(underskrift) ${owner}`)),
    ],
  }),
  erklaering_tekniske: (f, w) => ({
    title: 'Erklæring om tekniske forhold',
    lines: [
      line('other', 'ERKLÆRING OM TEKNISKE FORHOLD, BR18 § 10, stk. 1, nr. 5'),
      place(f, w.fork('place')),
      line(
        'declaration',
        w.one(
          `Byggearbejdet er omfattet af kapitel: ${(f.erklaering_tekniske_kapitler ?? []).join(', ')}.`,
          `Afkrydsede kapitler: ${(f.erklaering_tekniske_kapitler ?? []).join(', ')}.`,
          `Relevante kapitler: ${(f.erklaering_tekniske_kapitler ?? []).join(', ')}.`,
        ),
      ),
      line('other', 'Det erklæres, at byggeriet udføres i overensstemmelse med de nævnte kapitler.'),
    ],
  }),
  brandredegoerelse: (f, w, silent) => ({
    title: w.one('Redegørelse for brandforhold', 'Brandnotat', 'Brandredegørelse'),
    lines: [
      line('other', 'BRANDFORHOLD'),
      place(f, w.fork('place')),
      ...lines('fire', sayFire(f, w.fork('fire'))),
      ...lines('rescue', sayRescue(f, w.fork('rescue'))),
      ...(silent.has('response') ? [] : lines('response', sayResponse(f, w.fork('response')))),
    ],
  }),
  starterklaering_brand: (f, w) => ({
    title: 'Starterklæring, brand',
    lines: [
      line('other', 'STARTERKLÆRING, CERTIFICERET BRANDRÅDGIVER'),
      place(f, w.fork('place')),
      line('fire', `${f.brandraadgiver} erklærer at være tilknyttet byggeriet i ${f.brandklasse}.`),
      line(
        'fire',
        w.one(
          'Certifikatet dækker brandklassen.',
          'Certifikatet gælder for den angivne brandklasse.',
          'Certifikat gyldigt for brandklassen.',
        ),
      ),
    ],
  }),
  kk_redegoerelse: (f, w) => ({
    title: w.one(
      'Redegørelse for konstruktionsklasse',
      'Statisk notat',
      'Indplacering i konstruktionsklasse',
    ),
    lines: [
      line('other', 'KONSTRUKTIONER'),
      place(f, w.fork('place')),
      ...lines('structure', sayStructure(f, w.fork('structure'))),
    ],
  }),
  starterklaering_statik: (f, w) => ({
    title: 'Starterklæring, statik',
    lines: [
      line('other', 'STARTERKLÆRING, CERTIFICERET STATIKER'),
      place(f, w.fork('place')),
      line('structure', `${f.statiker} erklærer at være tilknyttet byggeriet i ${f.konstruktionsklasse}.`),
      line(
        'structure',
        w.one(
          'Certifikatet dækker konstruktionsklassen.',
          'Certifikatet gælder for den angivne konstruktionsklasse.',
          'Certifikat gyldigt for konstruktionsklassen.',
        ),
      ),
    ],
  }),
  byggeskadeforsikring_tilbud: (f, w) => ({
    title: w.one(
      'Tilbud på byggeskadeforsikring',
      'Forsikringstilbud, byggeskade',
      'Byggeskadeforsikring, tilbud',
    ),
    lines: [
      place(f, w.fork('place')),
      line(
        'insurance',
        w.one(
          'Tilbud på byggeskadeforsikring efter byggelovens kapitel 4 A.',
          'Der afgives tilbud på lovpligtig byggeskadeforsikring.',
          'Tilbud, byggeskadeforsikring af ny helårsbolig.',
        ),
      ),
      line('insurance', `Projekt: ${lower(f.byggearbejde ?? '')}. Antal boliger: ${f.antal_boliger}.`),
    ],
  }),
  selvbyg_erklaering: (f, w) => ({
    title: 'Selvbyggererklæring',
    lines: [
      place(f, w.fork('place')),
      line(
        'insurance',
        w.one(
          'Ejer erklærer at opføre huset til egen beboelse og selv at forestå byggeriet med fagentrepriser.',
          'Huset opføres af ejer selv til egen beboelse; ingen erhvervsdrivende forestår byggeriet.',
          'Ejer bygger selv og skal selv bo i huset, jf. byggelovens § 25 A, stk. 2.',
        ),
      ),
      ...(f.ejere ?? []).map((owner) => line('insurance', `(underskrift) ${owner}`)),
    ],
  }),
  nedsivningsansoegning: (f, w) => ({
    title: 'Ansøgning om nedsivning af tagvand',
    lines: [
      place(f, w.fork('place')),
      line(
        'rain',
        w.one(
          'Der søges om tilladelse til nedsivning af tagvand på egen grund.',
          'Ansøgning om nedsivningstilladelse for tagvand.',
          'Hermed søges om at nedsive tagvand på grunden.',
        ),
      ),
    ],
  }),
  dispensationsansoegning: (f, w) => ({
    title: 'Ansøgning om dispensation',
    lines: [
      place(f, w.fork('place')),
      line('dispensation', `Der søges dispensation fra ${list(f.soegte_dispensationer ?? [])}.`),
      line(
        'dispensation',
        w.one(
          'Begrundelse: fravigelsen er lille og skæmmer ikke kvarteret.',
          'Ansøgningen begrundes med grundens form og de omkringliggende huse.',
          'Begrundelse: hensynet bag bestemmelsen tilsidesættes ikke.',
        ),
      ),
    ],
  }),
  foto: (f, w) => ({
    title: 'Fotos',
    lines: [
      place(f, w.fork('place')),
      ...lines('demolition', [
        w.one(
          'Foto 1: facade mod vej. Foto 2: facade mod have.',
          'Foto 1-3: bygningen set fra vej, have og gavl.',
          'Fotos af bygningen fra alle sider.',
        ),
      ]),
    ],
  }),
  affaldsanmeldelse: (f, w) => ({
    title: 'Anmeldelse af byggeaffald',
    lines: [
      place(f, w.fork('place')),
      line(
        'demolition',
        w.one(
          `Forventet mængde: ${w.n(f.affald_ton ?? 0)} ton. Bygningen er screenet.`,
          `Der anmeldes ${w.n(f.affald_ton ?? 0)} ton byggeaffald; screening er udført.`,
          `Affald i alt ${w.n(f.affald_ton ?? 0)} ton. Screening foreligger.`,
        ),
      ),
    ],
  }),
  certifikat: (f, w) => ({
    title: `Certifikat ${f.certifikat ?? ''}`.trim(),
    lines: [
      line('temporary', `CERTIFIKAT ${f.certifikat ?? ''} for transportabel konstruktion`),
      line(
        'temporary',
        w.one(
          'Telt i én etage, gyldigt i hele opstillingsperioden.',
          'Omfatter telt i én etage; gyldigheden dækker opstillingen.',
          'Konstruktion: telt i én etage. Gyldigt.',
        ),
      ),
    ],
  }),
  brev: (f, w) => ({
    title: w.one('Brev fra ansøger', 'Supplerende mail', 'Mail til kommunen'),
    lines: [place(f, w.fork('place')), ...(f.kontakt === undefined ? [] : [line('started', f.kontakt)])],
  }),
  andet: (f, w) => ({
    title: 'Sagsoversigt',
    lines: [
      place(f, w.fork('place')),
      line('hearing', f.naboorientering ?? ''),
      line('other', w.one('Udskrift fra sagssystemet.', 'Journaloversigt.', 'Sagsforløb.')),
    ],
  }),
  lokalplanuddrag: (f) => ({
    title: `Uddrag af lokalplan ${f.lokalplan_nr}`,
    lines: [
      line('other', `LOKALPLAN ${f.lokalplan_nr}, UDDRAG`),
      ...(f.lokalplanTekst ?? []).map((text) => line('register', text)),
    ],
  }),
};
