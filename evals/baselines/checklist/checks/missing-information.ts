import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';
import type { Drawing } from '../reading/read-drawings.ts';

/** Facts that the application must state. */
export const checkMissingInformation: Check = (facts) => [
  ...checkDistances(facts),
  ...checkLevels(facts),
  ...checkUse(facts),
  ...checkRegisterData(facts),
  ...checkDemolition(facts),
];

function checkDistances(facts: Facts): Draft[] {
  const sitePlans = facts.drawingsOf('sitePlan');
  if (sitePlans.length === 0 || facts.fields.number('afstand_nabo_m') !== undefined) return [];
  if (facts.distances.some((distance) => distance.to === 'neighbour' || distance.to === 'path')) return [];
  return [
    {
      code: 'mangler_afstande_til_skel',
      text: 'Afstanden til naboskel er hverken målsat på situationsplanen eller oplyst i ansøgningen.',
      evidence: sitePlans.map((drawing) => onPage(drawing.page)),
    },
  ];
}

function checkLevels(facts: Facts): Draft[] {
  const fall = facts.fields.number('terraenfald_m');
  const said = facts.pages.find(
    (page) =>
      /terraen\w* (bliver |vil blive )?(reguler|haev|saenk)|(grunden|terraenet) falder|terraenregulering (pa|af|over)/.test(
        page.text,
      ) && !/ingen terraenregul|terraenet reguleres ikke/.test(page.text),
  );
  if ((fall ?? 0) <= 0.5 && (fall !== undefined || said === undefined)) return [];
  const levels =
    /(kote\w*|(?<![a-z])k\.|dvr ?90)[^\n]{0,20}[+-]? ?\d+[.,]\d+|(?<!over )terr\w*\.?:? ?[+-]? ?\d+[.,]\d{2}(?! ?m\b)/;
  if (
    facts.hasDocument('koteplan') ||
    facts.drawings.some((drawing) => showsSite(drawing) && levels.test(drawing.page.text))
  )
    return [];
  return [
    {
      code: 'mangler_terraenkoter',
      text: 'Terrænet falder eller reguleres, men der er hverken vist nuværende eller fremtidige terrænkoter.',
      evidence: [
        ...inFields(facts, 'terraenfald_m'),
        ...facts.drawingsOf('sitePlan').map((drawing) => onPage(drawing.page)),
      ],
    },
  ];
}

function checkUse(facts: Facts): Draft[] {
  const { caseType } = facts.caseShown;
  const { fields } = facts;
  const said = (words: string): boolean => {
    const pattern = new RegExp(
      String.raw`(${words})[^\n]{0,30}?(anvendelse|benyttelse|anvendt|brugt|benyttet)\w*\)?(?! (er )?ikke oplyst)[ :(]+\p{L}{3}|(anvendelse|benyttelse)\w* \(?(${words})\w*\)?[ :]+(?!ikke|uopl)\p{L}{3}`,
      'u',
    );
    return pattern.test(facts.allText);
  };
  const changes = caseType === 'aendret_anvendelse' || caseType === 'ombygning';
  const lacksBefore =
    changes && fields.text('anvendelse_eks') === undefined && !said('hidtil|eksist|nuvaer|tidligere|foer');
  const asksAfter =
    caseType === 'aendret_anvendelse' || caseType === 'erhverv_lager' || caseType === 'landzone_byggeri';
  const lacksAfter =
    asksAfter && fields.text('anvendelse_ny') === undefined && !said('fremtid|ny|planlagt|kommende');
  if (!lacksBefore && !lacksAfter) return [];
  const which =
    lacksBefore && lacksAfter ? 'hidtidige og fremtidige' : lacksBefore ? 'hidtidige' : 'fremtidige';
  return [
    {
      code: 'mangler_benyttelse',
      text: `Den ${which} anvendelse er ikke oplyst.`,
      evidence: [
        ...inFields(facts, lacksBefore ? 'anvendelse_eks' : 'anvendelse_ny'),
        ...inDocuments(facts, 'ansoegning'),
      ],
    },
  ];
}

function checkRegisterData(facts: Facts): Draft[] {
  const { caseType } = facts.caseShown;
  const blank = facts.pages
    .filter((page) => page.documentType === 'bbr_skema' || page.documentType === 'ansoegning')
    .find((page) =>
      page.lines.some((line) =>
        /(ydervaeg|tag(materiale|daekning|beklaedning)?|opvarmning|varmeinstallation|carport|garage|udhus|areal|overdaek|bygningsn\w*)\w*[^:\n]{0,20}: *(ikke (oplyst|angivet|udfyldt)|uoplyst|ukendt|mangler|\?|-+ *$|_{2,}|$)/.test(
          line,
        ),
      ),
    );
  const unmentioned = !/bbr|ydervaeg|tagmateriale|tagdaekning/.test(facts.allText);
  const number =
    caseType === 'tilbygning' &&
    facts.fields.text('bbr_bygningsnr') === undefined &&
    !/(bygningsn(r|ummer)|bygning(s)? ?nr|bygning)\.?[ :]*\d/.test(facts.allText);
  if (blank === undefined && !unmentioned && !number) return [];
  return [
    {
      code: 'mangler_bbr_oplysninger',
      text:
        number && blank === undefined
          ? 'BBR-bygningsnummeret er ikke oplyst.'
          : 'BBR-oplysningerne er ufuldstændige (arealer, ydervæg, tag eller opvarmning).',
      evidence: blank !== undefined ? [onPage(blank)] : inDocuments(facts, 'bbr_skema', 'ansoegning'),
    },
  ];
}

function checkDemolition(facts: Facts): Draft[] {
  const { fields } = facts;
  if (facts.caseShown.caseType !== 'nedrivning') return [];
  const missing = [
    ...(fields.number('max_hoejde_m') === undefined &&
    !facts.heights.length &&
    !/hojde[^\n]{0,20}\d|\d[^\n]{0,8} hoj/.test(facts.allText)
      ? ['højde']
      : []),
    ...(fields.number('grundflade_m2') === undefined &&
    !/(grundflade|bebygget areal|areal)[^\n]{0,20}\d+[.,\d]* m2/.test(facts.allText)
      ? ['grundflade']
      : []),
    ...(fields.text('adresse') === undefined && fields.text('matrikelnr') === undefined
      ? ['adresse og matrikelbetegnelse']
      : []),
  ];
  if (missing.length === 0) return [];
  return [
    {
      code: 'mangler_nedrivningsoplysninger',
      text: `Oplysning om den nedrevne bygnings ${missing.join(', ')} mangler.`,
      evidence: inDocuments(facts, 'ansoegning', 'beskrivelse'),
    },
  ];
}

/** Where levels do their work: a section alone does not place a building on its terrain. */
function showsSite(drawing: Drawing): boolean {
  return (['sitePlan', 'levelPlan', 'elevation'] as const).some((kind) => drawing.kinds.has(kind));
}
