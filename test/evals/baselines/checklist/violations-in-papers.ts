import type { Case } from '../../../../datasets/case.ts';
import { document, drawings, papers } from '../compose-case.ts';
import { plan, withDrawings, withFields } from './change-case.ts';
import { lawfulCases } from './lawful-cases.ts';

/** Cases whose defect of this code stands in the papers. */
export function violationsInPapers(): [string, Case][] {
  const site = (page: string): Case =>
    withDrawings(page, drawings.plan, drawings.section, drawings.elevations);
  const carport = (text: string, fields: Record<string, unknown> = {}): Case => {
    const base = lawfulCases.sekundaer_over_50 as Case;
    return withFields('sekundaer_over_50', fields, {
      documents: [...base.documents, document('b9', 'andet', 'Notat', text)],
    });
  };
  const described = (type: string, text: string, fields: Record<string, unknown> = {}): Case => {
    const base = lawfulCases[type] as Case;
    return withFields(type, fields, {
      documents: base.documents
        .filter((item) => item.type !== 'beskrivelse')
        .concat(document('x9', 'beskrivelse', 'Beskrivelse', text)),
    });
  };
  return [
    [
      'mangler_afstande_til_skel',
      withFields(
        'enfamiliehus_ny',
        { afstand_nabo_m: undefined },
        {
          documents: [
            papers.form,
            ...site('Emne: Situationsplan  Mål 1:200\nHus 12,5 x 14,4').documents.slice(2),
          ],
        },
      ),
    ],
    ['mangler_benyttelse', withFields('erhverv_lager', { anvendelse_ny: undefined })],
    [
      'mangler_bbr_oplysninger',
      withFields('tilbygning', { bbr_bygningsnr: undefined }, { documents: [papers.description] }),
    ],
    [
      'mangler_nedrivningsoplysninger',
      withFields(
        'nedrivning',
        { grundflade_m2: undefined },
        { documents: [document('e1', 'ansoegning', 'Ansøgning', 'Huset rives ned')] },
      ),
    ],
    ['modstrid_anvendelse', described('sekundaer_over_50', 'Udhuset indrettes med køkken, bad og soverum.')],
    [
      'sekundaer_laengde_skel',
      withFields(
        'sekundaer_over_50',
        {},
        { documents: [document('b1', 'situationsplan', 'Situationsplan', 'Samlet længde mod skel 13,20 m')] },
      ),
    ],
    ['sekundaer_aabning_skel', carport('I siden mod naboskel er der et vindue på 0,6 x 0,6 m.')],
    [
      'sommerhus_sekundaer_skelbraemme',
      withFields('sommerhus', {
        bygningstype: 'sekundaer',
        primaer_type: 'sommerhus',
        afstand_nabo_m: 2.2,
        sekundaert_areal_m2: 60,
      }),
    ],
    [
      'haevet_opholdsareal_afstand',
      withFields(
        'altan',
        { bygningstype: 'enfamiliehus_fritliggende', afstand_nabo_m: 2.1 },
        { caseType: 'tagterrasse' },
      ),
    ],
    [
      'parkering_friareal_utilstraekkelig',
      withFields(
        'etagebolig',
        {},
        {
          localRules: [
            {
              ...plan,
              plan: 'Kommunens parkeringsnorm',
              paragraph: '1',
              topic: 'parkering',
              operator: '>=',
              value: 1.5,
              unit: 'pr. bolig',
            },
          ],
        },
      ),
    ],
    [
      'mangler_indsatsforhold',
      withFields(
        'erhverv_lager',
        {},
        {
          documents: [
            document('g2', 'brandredegoerelse', 'Brandredegørelse', 'Risikoklasse 2 og brandklasse 2.'),
          ],
        },
      ),
    ],
    ['redningsaabning_utilstraekkelig', described('tilbygning', 'Vinduet er redningsåbning, 0,45 x 0,90 m.')],
    [
      'mangler_konstruktionsklasse_dokumentation',
      withFields('ombygning', { konstruktionsklasse: undefined }, { documents: [papers.selfBuild] }),
    ],
    [
      'dispensation_ikke_ansoegt',
      withFields(
        'enfamiliehus_ny',
        {},
        { localRules: [{ ...plan, paragraph: '7.4', topic: 'etager', operator: '<=', value: 0 }] },
      ),
    ],
    ['forkert_brandklasse', described('raekkehus_dobbelthus', 'Brandstrategien forudsætter brandklasse 2.')],
    [
      'lokalplan_placering',
      {
        ...described('enfamiliehus_ny', 'Carporten ligger 0,8 m uden for byggefeltet.'),
        localRules: [{ ...plan, paragraph: '6.2', topic: 'byggefelt' }],
      },
    ],
  ];
}
