import { metres, squareMetres } from '../../drawings/format.ts';
import type { DocumentKind } from '../document-kind.ts';
import { propertyFields } from '../property-fields.ts';
import { type Scenario, writtenDate } from '../scenario.ts';

const classTypes = ['enfamiliehus_ny', 'erhverv_lager', 'etagebolig'] as const;

/** Of a block of flats: twelve dwellings on three floors. */
const blockAreaM2 = 1080;

function areaOf({ caseType, measures }: Scenario): number {
  return caseType === 'etagebolig' ? blockAreaM2 : Math.round(measures.widthM * measures.depthM * 10) / 10;
}

/** Redegørelse for brandforhold: use, risk, class and why, and what the fire service meets. */
export const fireStatement: DocumentKind = {
  type: 'brandredegoerelse',
  caseTypes: classTypes,
  titles: ['Redegørelse for brandforhold', 'Brandredegørelse', 'Indplacering i brandklasse'],
  missing: 'mangler_brandklasse_dokumentation',
  instead: 'kk_redegoerelse',
  faults: [
    {
      id: 'no-reason',
      code: 'mangler_brandklasse_dokumentation',
      noteDa: 'Der angives en brandklasse, men ingen anvendelseskategori, risikoklasse eller begrundelse.',
    },
    {
      id: 'no-access',
      code: 'mangler_indsatsforhold',
      noteDa: 'Redningsberedskabets indsatsforhold er ikke nævnt.',
    },
    {
      id: 'wrong-class',
      code: 'forkert_brandklasse',
      caseTypes: ['etagebolig'],
      fields: ['bygningstype', 'etager'],
      noteDa: 'Bygning i tre etager med flere boliger er indplaceret i brandklasse 1.',
    },
  ],
  fields: (scenario) => ({ ...propertyFields(scenario), ...building(scenario) }),
  make: (scenario, fault) => ({
    pages: [scenario.choice.of('voice', [fireReport, fireNote])(scenario, fault)],
  }),
};

function building({ caseType }: Scenario) {
  if (caseType === 'etagebolig') return { bygningstype: 'etagebolig', etager: 3, antal_boliger: 12 };
  return { bygningstype: caseType === 'erhverv_lager' ? 'lager' : 'enfamiliehus', etager: 1 };
}

interface FireFacts {
  category: string;
  risk: number;
  fireClass: number;
  why: string;
}

function fireFacts(scenario: Scenario, fault: string | undefined): FireFacts {
  const area = squareMetres(areaOf(scenario));
  if (scenario.caseType === 'etagebolig') {
    const wrong = fault === 'wrong-class';
    return {
      category: 'AK4',
      risk: wrong ? 1 : 2,
      fireClass: wrong ? 1 : 2,
      why: `bygning i 3 etager med 12 boliger, ${area} m², udført efter de præ-accepterede løsninger`,
    };
  }
  const hall = scenario.caseType === 'erhverv_lager';
  return {
    category: hall ? 'AK1' : 'AK4',
    risk: 1,
    fireClass: 1,
    why: hall
      ? `lager i én etage på ${area} m², brandbelastning 700 MJ/m², udført efter de præ-accepterede løsninger`
      : `fritliggende enfamiliehus i én etage på ${area} m², udført efter de præ-accepterede løsninger`,
  };
}

function fireReport(scenario: Scenario, fault: string | undefined): string {
  const { category, risk, fireClass, why } = fireFacts(scenario, fault);
  const lines = [
    'REDEGØRELSE FOR BRANDFORHOLD',
    `Sag: ${scenario.work}, ${scenario.address}, matr.nr. ${scenario.cadastreNo}`,
  ];
  if (fault === 'no-reason') {
    lines.push('1. Indplacering', `Byggeriet udføres i brandklasse ${fireClass}.`);
  } else {
    lines.push(
      '1. Indplacering',
      `Anvendelseskategori: ${category}. Risikoklasse: RK${risk}. Brandklasse: BK${fireClass}.`,
      `Begrundelse: ${why}.`,
    );
  }
  lines.push(
    '2. Flugtveje',
    'Der er udgang til terræn i det fri og redningsåbninger i opholdsrum, hvor det kræves. Røgalarmer tilsluttes lysnettet.',
  );
  if (fault !== 'no-access') {
    lines.push(
      '3. Redningsberedskabet',
      scenario.choice.of('access', [
        'Byggeriet er indsatstaktisk traditionelt; der er fri tilkørsel fra vejen.',
        'Redningsberedskabet kan køre frem til huset, og byggeriet er indsatstaktisk traditionelt.',
      ]),
    );
  }
  if (fireClass === 2)
    lines.push('Certificeret brandrådgiver er tilknyttet; starterklæringen lægges op som sit eget bilag.');
  lines.push(`${scenario.agent.name}, ${writtenDate(scenario)}`);
  return lines.join('\n');
}

function fireNote(scenario: Scenario, fault: string | undefined): string {
  const { category, risk, fireClass, why } = fireFacts(scenario, fault);
  const place =
    fault === 'no-reason'
      ? `Vi regner med brandklasse ${fireClass}.`
      : `Vi har vurderet det til brandklasse ${fireClass} (${category}, risikoklasse ${risk}), fordi det er ${why}.`;
  return [
    `Brandforhold for ${scenario.address} (${scenario.cadastreNo}): ${scenario.work.toLowerCase()}`,
    place,
    'Vægge og loft udføres med gips, og der er døre ud i det fri. Røgalarmer på 230 V med batteri.',
    ...(fault === 'no-access'
      ? []
      : ['Brandbilen kan holde ude på vejen og nå hele huset, så det er indsatstaktisk traditionelt.']),
    ...(fireClass === 2
      ? ['Vores certificerede brandrådgiver sender starterklæring i et bilag for sig.']
      : []),
    `Skrevet af ${scenario.agent.name} ${writtenDate(scenario)}`,
  ].join('\n');
}

/** Redegørelse for konstruktionsklasse: consequence, complexity, experience, class. */
export const structureStatement: DocumentKind = {
  type: 'kk_redegoerelse',
  caseTypes: classTypes,
  titles: ['Redegørelse for konstruktionsklasse', 'Konstruktionsklasse', 'Statisk redegørelse'],
  missing: 'mangler_konstruktionsklasse_dokumentation',
  instead: 'brandredegoerelse',
  faults: [
    {
      id: 'no-reason',
      code: 'mangler_konstruktionsklasse_dokumentation',
      noteDa: 'Der angives en konstruktionsklasse uden konsekvensklasse, kompleksitet eller erfaring.',
    },
    {
      id: 'wrong-class',
      code: 'forkert_konstruktionsklasse',
      caseTypes: ['etagebolig'],
      fields: ['bygningstype', 'etager'],
      noteDa: 'Etageboliger i CC2 med vandrette lejlighedsskel er indplaceret i konstruktionsklasse 1.',
    },
  ],
  fields: (scenario) => ({ ...propertyFields(scenario), ...building(scenario) }),
  make: (scenario, fault) => ({
    pages: [scenario.choice.of('voice', [structureReport, structureNote])(scenario, fault)],
  }),
};

function structureFacts({ caseType, measures, choice }: Scenario, fault: string | undefined) {
  if (caseType === 'etagebolig') {
    const structureClass = fault === 'wrong-class' ? 1 : 2;
    return {
      consequence: 'CC2',
      structureClass,
      system: 'bærende vægge af beton med huldæk over hver etage og vandrette lejlighedsskel',
    };
  }
  const span = metres(measures.depthM);
  const system =
    caseType === 'erhverv_lager'
      ? `stålrammer i én etage med spænd ${span} m`
      : choice.of('system', [
          `gitterspær med spænd ${span} m på murede vægge`,
          `træskelet med spær, spænd ${span} m`,
        ]);
  return { consequence: caseType === 'erhverv_lager' ? 'CC2' : 'CC1', structureClass: 1, system };
}

function structureReport(scenario: Scenario, fault: string | undefined): string {
  const { consequence, structureClass, system } = structureFacts(scenario, fault);
  const lines = [
    'REDEGØRELSE FOR KONSTRUKTIONSKLASSE',
    `${scenario.work}, ${scenario.address}, matr.nr. ${scenario.cadastreNo}, ${scenario.district}`,
    `De bærende konstruktioner er ${system}.`,
  ];
  if (fault === 'no-reason') lines.push(`Konstruktionsklasse: KK${structureClass}.`);
  else {
    lines.push(
      `Konsekvensklasse: ${consequence}. Kompleksitet: simpel og traditionel. Erfaring: kendte løsninger, som den projekterende har brugt før.`,
      `Konstruktionsklasse: KK${structureClass}.`,
    );
  }
  if (structureClass === 2)
    lines.push('Certificeret statiker er tilknyttet, og starterklæringen er et bilag for sig.');
  lines.push(`${scenario.agent.name}, ${writtenDate(scenario)}`);
  return lines.join('\n');
}

function structureNote(scenario: Scenario, fault: string | undefined): string {
  const { consequence, structureClass, system } = structureFacts(scenario, fault);
  const why =
    fault === 'no-reason'
      ? ''
      : ` Den er i konsekvensklasse ${consequence}; opgaven er simpel og traditionel, og vi har bygget sådan mange gange.`;
  return [
    `Om statikken på ${scenario.address} (matr.nr. ${scenario.cadastreNo})`,
    `Bygningen får ${system}.${why}`,
    `Vi indplacerer den i konstruktionsklasse ${structureClass}.`,
    ...(structureClass === 2 ? ['Vores certificerede statiker sender sin starterklæring for sig.'] : []),
    `${scenario.agent.name}, ${writtenDate(scenario)}`,
  ].join('\n');
}
