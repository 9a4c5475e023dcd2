import { type Case, type CaseDocument, CaseSchema } from '../../../datasets/case.ts';

/** A lawful, complete detached house; tests change one thing at a time. */
export const houseFields: Case['fields'] = {
  ansoeger_rolle: 'ejer',
  antal_ejere: 1,
  ejer_signatur: true,
  byggearbejde: 'Nybyggeri, enfamiliehus',
  adresse: 'Lærkebakken 14, 4000 Roskilde',
  matrikelnr: '7bx',
  grundareal_m2: 800,
  parcelhusomraade: true,
  bygningstype: 'enfamiliehus_fritliggende',
  anvendelse_ny: 'Helårsbeboelse, enfamiliehus',
  antal_boliger: 1,
  antal_boliger_foer: 0,
  etageareal_primaer_m2: 180,
  sekundaert_areal_m2: 40,
  bebyggelsesprocent_oplyst_pct: 22.5,
  etager: 1,
  max_hoejde_m: 5.2,
  afstand_nabo_m: 2.5,
  afstand_vej_m: 6.4,
  terraenfald_m: 0.2,
  tagdaekning: 'broof_t2',
  taghaeldning_grader: 25,
  brandklasse: '1',
  risikoklasse: '1',
  anvendelseskategori: '4',
  konstruktionsklasse: '1',
  konsekvensklasse: 'CC2',
  varmekilde: 'varmepumpe',
  regnvand: 'kloak',
  byggeskadeforsikring: 'selvbyg',
  erklaering_tekniske_kapitler: ['2', '4', '5', '7', '9', '11', '14', '15', '17', '18', '19', '21', '22'],
  arbejdet_paabegyndt: false,
};

export function document(documentId: string, type: string, title: string, ...pages: string[]): CaseDocument {
  return { documentId, type, title, pages: pages.map((text, index) => ({ page: index + 1, text })) };
}

export const drawings = {
  sitePlan: [
    'Sag: Enfamiliehus  Adresse: Lærkebakken 14  Matr.nr.: 7bx',
    'Emne: Situationsplan  Mål 1:200  Dato 14.09.24',
    'Afstand til skel mod nord 2,50 m',
    'Afstand til skel mod øst 5,10 m',
    'Afstand til vej 6,40 m',
    'Bebyggelsesprocent 22,5   Nordpil   P-plads 2 stk.',
    'Matr.nr. 7by  Matr.nr. 7bz',
  ].join('\n'),
  plan: 'Emne: Plan, fremtidige forhold  Mål 1:100  Dato 14.09.24\nMatr.nr. 7bx\nKØKKENALRUM 42,3 m2  BAD 6,1 m2\n12500 14400 3600',
  section: 'Emne: Snit A-A  Mål 1:50\nBygningshøjde 5,20 m over terræn   Loftshøjde 2,50 m   Taghældning 25°',
  elevations: 'Emne: Facader nord, syd, øst og vest  Mål 1:100\nHøjde til kip 5,20 m',
};

export const papers = {
  form: document(
    'dok-1',
    'ansoegning',
    'Ansøgning om byggetilladelse',
    'Ansøgningstype: Nybyggeri, enfamiliehus\nEjendom: Lærkebakken 14, 4000 Roskilde, matr.nr. 7bx\nBilag: situationsplan, plan, snit og facader',
    'BBR-oplysninger\nBoligareal: 180 m²  Carport: 40 m²\nYdervæg: tegl\nTagmateriale: betontagsten\nOpvarmning: varmepumpe',
  ),
  description: document(
    'dok-2',
    'beskrivelse',
    'Projektbeskrivelse',
    'Huset opføres i ét plan og placeres 2,50 m fra skel mod nord. Bygningen indplaceres i anvendelseskategori 4, risikoklasse 1\nog brandklasse 1, da den er fritliggende, i ét plan og under 600 m². Byggeriet er indsatstaktisk traditionelt. De bærende konstruktioner er simple og traditionelle i konsekvensklasse CC2 og henføres til konstruktionsklasse 1. Tagvand ledes til kloak.',
  ),
  drawings: document(
    'dok-3',
    'tegningssaet',
    'Tegningssæt',
    drawings.sitePlan,
    drawings.plan,
    drawings.section,
    drawings.elevations,
  ),
  selfBuild: document(
    'dok-4',
    'selvbyg_erklaering',
    'Selvbyggererklæring',
    'Jeg erklærer på tro og love, at boligen opføres til egen beboelse.',
  ),
};

/** A valid case from a lawful house and what a test wants otherwise; a field set to undefined is left out. */
export function composeCase(
  changes: { fields?: Record<string, Case['fields'][string] | undefined> } & Partial<
    Omit<Case, 'fields'>
  > = {},
): Case {
  const { fields = {}, ...others } = changes;
  const merged = Object.entries({ ...houseFields, ...fields }).filter(([, value]) => value !== undefined);
  return CaseSchema.parse({
    caseId: 'sag-1',
    task: 'application',
    caseType: 'enfamiliehus_ny',
    municipality: 'Kommune A',
    applicationDate: '2024-09-16',
    zone: 'byzone',
    documents: [papers.form, papers.description, papers.drawings, papers.selfBuild],
    ...others,
    fields: Object.fromEntries(merged),
  });
}
