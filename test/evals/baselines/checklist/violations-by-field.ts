import type { Case } from '../../../../datasets/case.ts';
import { composeCase, drawings, papers } from '../compose-case.ts';
import { plan, withDrawings, withFields } from './change-case.ts';
import { lawfulCases } from './lawful-cases.ts';

/** Cases with at least the defect of this code. */
export const violationsByField: [string, Case][] = [
  ['mangler_situationsplan', withDrawings(drawings.plan, drawings.section, drawings.elevations)],
  ['mangler_plantegning', withDrawings(drawings.sitePlan, drawings.section, drawings.elevations)],
  [
    'mangler_snittegning',
    withDrawings(drawings.sitePlan, drawings.plan, 'Emne: Facader nord, syd, øst og vest  Mål 1:100'),
  ],
  ['mangler_facadetegning', withDrawings(drawings.sitePlan, drawings.plan, drawings.section)],
  [
    'mangler_facadetegning',
    withDrawings(
      drawings.sitePlan,
      drawings.plan,
      drawings.section,
      'Emne: Facade mod syd og vest  Mål 1:100',
    ),
  ],
  [
    'tegning_uden_maal_eller_maalestok',
    withDrawings(
      drawings.sitePlan,
      drawings.plan.replace('Mål 1:100', ''),
      drawings.section,
      drawings.elevations,
    ),
  ],
  ['mangler_terraenkoter', withFields('enfamiliehus_ny', { terraenfald_m: 1.2 })],
  ['mangler_fuldmagt', withFields('enfamiliehus_ny', { ansoeger_rolle: 'arkitekt', ejer_signatur: false })],
  ['mangler_fuldmagt', withFields('enfamiliehus_ny', { antal_ejere: 2, ejer_signatur: false })],
  [
    'mangler_erklaering_tekniske_forhold',
    withFields('enfamiliehus_ny', { erklaering_tekniske_kapitler: ['4', '7', '11', '15'] }),
  ],
  [
    'mangler_erklaering_tekniske_forhold',
    withFields('enfamiliehus_ny', { erklaering_tekniske_kapitler: undefined }),
  ],
  [
    'mangler_byggeskadeforsikring',
    withFields(
      'enfamiliehus_ny',
      { byggeskadeforsikring: 'ikke oplyst' },
      { documents: lawfulCases.enfamiliehus_ny?.documents.slice(0, 3) ?? [] },
    ),
  ],
  ['mangler_byggeskadeforsikring', withFields('enfamiliehus_ny', { ansoeger_rolle: 'entreprenør' })],
  ['modstrid_hoejde', withFields('enfamiliehus_ny', { max_hoejde_m: 5.6 })],
  ['modstrid_afstand_skel', withFields('enfamiliehus_ny', { afstand_nabo_m: 3.2 })],
  ['modstrid_areal', withFields('tilbygning', { tilbygning_m2: 42 })],
  ['modstrid_ejendomsidentifikation', withFields('enfamiliehus_ny', { matrikelnr: '9c' })],
  ['fejl_bebyggelsesprocent_beregning', withFields('enfamiliehus_ny', { bebyggelsesprocent_oplyst_pct: 23 })],
  ['bebyggelsesprocent_overskredet', withFields('enfamiliehus_ny', { etageareal_primaer_m2: 240.1 })],
  ['hoejde_etager_over_byggeret', withFields('enfamiliehus_ny', { max_hoejde_m: 8.51 })],
  ['hoejde_etager_over_byggeret', withFields('enfamiliehus_ny', { etager: 3 })],
  ['afstand_skel_vej_bolig', withFields('enfamiliehus_ny', { afstand_nabo_m: 2.49 })],
  ['skraat_hoejdegraenseplan', withFields('enfamiliehus_ny', { max_hoejde_m: 3.6, taghaeldning_grader: 2 })],
  ['sommerhus_afstand', withFields('sommerhus', { afstand_nabo_m: 4.9 })],
  ['sommerhus_hoejde_etager', withFields('sommerhus', { tag_hoejde_m: 5.1 })],
  ['sommerhus_hoejde_etager', withFields('sommerhus', { ydervaeg_langside_min_m: 3.1 })],
  ['sekundaer_hoejde_skelbraemme', withFields('sekundaer_over_50', { max_hoejde_m: 2.9 })],
  [
    'mangler_brandklasse_dokumentation',
    withFields('etagebolig', { brandklasse: undefined }, { documents: [papers.form] }),
  ],
  ['forkert_brandklasse', withFields('enfamiliehus_ny', { risikoklasse: '2' })],
  ['forkert_brandklasse', withFields('etagebolig', { brandklasse: '1' })],
  [
    'mangler_brandraadgiver_starterklaering',
    withFields('etagebolig', { brandraadgiver: 'Certificeret til BK2', brandklasse: '3' }),
  ],
  [
    'mangler_statiker_starterklaering',
    withFields(
      'etagebolig',
      {},
      {
        documents:
          lawfulCases.etagebolig?.documents.filter((item) => item.type !== 'starterklaering_statik') ?? [],
      },
    ),
  ],
  ['forkert_konstruktionsklasse', withFields('erhverv_lager', { spaendvidde_m: 42 })],
  ['forkert_konstruktionsklasse', withFields('altan', { konstruktionsklasse: '1' })],
  ['brandafstand_tagdaekning', withFields('enfamiliehus_ny', { tagdaekning: 'straa' })],
  ['opvarmning_fossil_nybyggeri', withFields('enfamiliehus_ny', { varmekilde: 'olie' })],
  [
    'opvarmning_fossil_nybyggeri',
    withFields('enfamiliehus_ny', { varmekilde: 'naturgas', gasnet_omraade: false }),
  ],
  ['tagvand_nedsivning_uafklaret', withFields('enfamiliehus_ny', { regnvand: 'nedsivning' })],
  ['tagvand_nedsivning_uafklaret', withFields('enfamiliehus_ny', { regnvand: 'uoplyst' })],
  ['landzonetilladelse_mangler', withFields('enfamiliehus_ny', {}, { zone: 'landzone' })],
  ['naturbeskyttelseslinje', withFields('enfamiliehus_ny', { linjer: ['skov'] })],
  ['vejbyggelinje', withFields('enfamiliehus_ny', { linjer: ['vejbyggelinje 10 m'] })],
  ['jordforurening_kortlagt', withFields('enfamiliehus_ny', { forureningskortlaegning: 'V2' })],
  ['fredet_bevaringsvaerdig', withFields('nedrivning', { bevaringsvaerdig_udpeget: true })],
  ['paabegyndt_uden_tilladelse', withFields('enfamiliehus_ny', { arbejdet_paabegyndt: true })],
  [
    'lokalplan_omfang',
    withFields(
      'enfamiliehus_ny',
      {},
      {
        localRules: [{ ...plan, paragraph: '7.4', topic: 'hoejde', operator: '<=', value: 5.1, unit: 'm' }],
      },
    ),
  ],
  [
    'lokalplan_omfang',
    withFields(
      'etagebolig',
      {},
      {
        localRules: [
          {
            ...plan,
            paragraph: '5.2',
            topic: 'parkering',
            operator: '>=',
            value: 1.5,
            unit: 'pladser pr. bolig',
          },
        ],
      },
    ),
  ],
  [
    'lokalplan_placering',
    withFields(
      'enfamiliehus_ny',
      {},
      {
        localRules: [
          { ...plan, paragraph: '6.1', topic: 'byggelinje', operator: '>=', value: 7.5, unit: 'm' },
        ],
      },
    ),
  ],
  [
    'lokalplan_ydre_fremtraeden',
    withFields(
      'enfamiliehus_ny',
      {},
      {
        localRules: [
          {
            ...plan,
            paragraph: '8.2',
            topic: 'tagmateriale',
            operator: 'in',
            value: ['rød tegl', 'tagpap'],
          },
        ],
      },
    ),
  ],
  [
    'lokalplan_ydre_fremtraeden',
    withFields(
      'enfamiliehus_ny',
      {},
      {
        localRules: [
          { ...plan, paragraph: '8.3', topic: 'taghaeldning', operator: '>=', value: 30, unit: '°' },
        ],
      },
    ),
  ],
  [
    'lokalplan_anvendelse',
    withFields(
      'enfamiliehus_ny',
      {},
      {
        localRules: [
          { ...plan, paragraph: '3.1', topic: 'anvendelse', operator: 'in', value: ['kontor', 'lager'] },
        ],
      },
    ),
  ],
  [
    'midlertidig_konstruktion_frist',
    composeCase({
      caseType: 'midlertidig_konstruktion',
      fields: {
        opstilling_fra: '2024-10-20',
        opstilling_til: '2024-12-15',
        konstruktion_type: 'telt',
        areal_m2: 80,
      },
    }),
  ],
];
