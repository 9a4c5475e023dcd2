import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';
import { outbuildingExemptFromStructureClass } from '../scope.ts';
import { lacksCertificateFor } from './certified-adviser.ts';

const ownHomes = new Set(['detached', 'semiDetached', 'terraced', 'holidayHome', 'outbuilding']);

/** Structural classes and what follows from them. */
export const checkStructure: Check = (facts) => [
  ...checkClassStated(facts),
  ...checkClassOne(facts),
  ...checkEngineer(facts),
];

const reasons = /konsekvensklasse|\bcc ?[1-3]|simple? og traditionel|statisk|kompleksitet/;

function checkClassStated(facts: Facts): Draft[] {
  const { caseType } = facts.caseShown;
  if (outbuildingExemptFromStructureClass(facts)) return [];
  if (caseType === 'ombygning' && facts.fields.flag('baerende_aendring') !== true) return [];
  const stated = facts.structureClasses.length > 0;
  if (
    stated &&
    (facts.hasDocument('kk_redegoerelse') ||
      reasons.test(facts.allText) ||
      facts.consequenceClass !== undefined)
  )
    return [];
  return [
    {
      code: 'mangler_konstruktionsklasse_dokumentation',
      text: stated
        ? 'Konstruktionsklassen er oplyst, men ikke begrundet.'
        : 'Konstruktionsklassen er hverken oplyst eller begrundet.',
      citations: [caseType === 'ombygning' ? 'br18/10/2/3' : 'br18/10/2/2'],
      evidence: [
        ...inFields(facts, 'konstruktionsklasse', 'baerende_aendring'),
        ...inDocuments(facts, 'kk_redegoerelse', 'ansoegning'),
      ],
    },
  ];
}

/** @source BR18 § 489, stk. 1: what may be class 1 */
function checkClassOne(facts: Facts): Draft[] {
  const { fields } = facts;
  if (facts.structureClasses[0]?.value !== 1) return [];
  const higher = facts.structureClasses.find((stated) => stated.value > 1);
  const consequence = facts.consequenceClass;
  const span = fields.number('spaendvidde_m') ?? 0;
  const storeys = fields.number('etager') ?? 1;
  const isBlock =
    facts.mainType === 'apartments' &&
    ['etagebolig', 'altan', 'tagterrasse'].includes(facts.caseShown.caseType);
  const isHall = ['farm', 'storage'].includes(facts.buildingType);
  const found: [boolean, string, string][] = [
    [
      higher !== undefined,
      `redegørelsen angiver konstruktionsklasse ${higher?.value}`,
      'konstruktionsklasse',
    ],
    [(consequence ?? 1) >= 3, 'konsekvensklassen er CC3', 'konsekvensklasse'],
    [isBlock && consequence !== 1, 'bygningen er en etageejendom', 'bygningstype'],
    [isHall && consequence !== 1 && span > 40, `spændet er ${span} m`, 'spaendvidde_m'],
    [isHall && consequence !== 1 && storeys > 1, 'bygningen har flere etager', 'etager'],
    [
      facts.caseShown.caseType === 'erhverv_lager' &&
        consequence === 2 &&
        !isHall &&
        !ownHomes.has(facts.buildingType),
      'bygningen er i konsekvensklasse CC2',
      'konsekvensklasse',
    ],
    [
      facts.buildingType === 'twoFamily' && consequence === 2,
      'boligerne har vandret lejlighedsskel',
      'bygningstype',
    ],
  ];
  const why = found.filter(([holds]) => holds);
  if (why.length === 0) return [];
  return [
    {
      code: 'forkert_konstruktionsklasse',
      text: `Konstruktionsklasse 1 er angivet, men ${why.map(([, text]) => text).join(', og ')}.`,
      evidence: [
        ...inFields(facts, 'konstruktionsklasse', ...why.map(([, , field]) => field)),
        ...(higher?.page === undefined ? [] : [onPage(higher.page)]),
      ],
    },
  ];
}

function checkEngineer(facts: Facts): Draft[] {
  const structureClass = Math.max(0, ...facts.structureClasses.map((stated) => stated.value));
  if (structureClass < 2 || facts.structureClasses[0]?.value === 1) return [];
  const named =
    facts.fields.text('statiker') !== undefined ||
    /certificeret statiker[: ]+(?!skal|vil|mangler)[a-z]/.test(facts.allText);
  const declared = facts.hasDocument('starterklaering_statik');
  const wrongCertificate = lacksCertificateFor(facts, structureClass, 'statik');
  const third = structureClass < 4 || /tredjepart/.test(facts.allText);
  if (named && declared && !wrongCertificate && third) return [];
  const citation = !declared ? 'br18/19/1/2' : !named || wrongCertificate ? 'br18/18/1' : 'br18/19/2';
  const what = !declared
    ? 'Starterklæring fra certificeret statiker'
    : !named
      ? 'Certificeret statiker'
      : wrongCertificate
        ? 'Certifikat, der dækker klassen,'
        : 'Tredjepartskontrol';
  return [
    {
      code: 'mangler_statiker_starterklaering',
      text: `${what} mangler i konstruktionsklasse ${structureClass}.`,
      citations: [citation],
      evidence: [
        ...inFields(facts, 'konstruktionsklasse', 'statiker'),
        ...inDocuments(facts, 'starterklaering_statik'),
      ],
    },
  ];
}
