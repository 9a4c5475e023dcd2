import { numbers, rx } from './fuzzy.ts';
import { type Application, leastTo, saidHeight, workOf } from './read-application.ts';
import { readHeights } from './read-sheets.ts';
import { ratioOf } from './relation-rules.ts';
import type { Rule } from './rule.ts';

/** The project's value for a rule of the local plan, as the documents give it. */
function valueFor(application: Application, topic: string): number | string | undefined {
  const sheets = [...application.sheet('section'), ...application.sheet('facade')];
  switch (topic) {
    case 'bebyggelsesprocent':
      return ratioOf(application);
    case 'bygningshøjde':
      return Math.max(
        application.number('max_hoejde_m') ?? saidHeight(application) ?? 0,
        ...sheets.map((sheet) => readHeights(sheet).ridge ?? 0),
      );
    case 'etager':
      return Math.max(
        application.number('etager') ?? 0,
        ...application.sheet('section').flatMap(({ text }) => numbers(text, 'Etager #')),
      );
    case 'byggelinje mod vej': {
      const drawn = workOf(application)
        .filter(({ isNew }) => isNew)
        .flatMap(({ place }) => place?.sides ?? [])
        .filter(({ beyond }) => beyond === 'vej')
        .map(({ metres }) => metres);
      return drawn.length > 0 ? Math.min(...drawn) : leastTo(application, 'vej');
    }
    case 'anvendelse':
      return application.text('anvendelse_ny') || undefined;
    case 'taghældning': {
      const told = [...sheets.map(({ text }) => text), application.documents.get('beskrivelse') ?? ''];
      return (
        told.flatMap((text) => numbers(text, 'Taghældning #'))[0] ?? application.number('taghaeldning_grader')
      );
    }
    default:
      return undefined;
  }
}

function breaks(application: Application, topics: readonly string[]): boolean {
  return application.shown.localRules.some(({ topic, operator, value }) => {
    if (!topics.includes(topic)) return false;
    if (topic === 'tagmateriale' || topic === 'ydervaeg')
      return !materialAllowed(application, topic, value as string[]);
    const own = valueFor(application, topic);
    if (own === undefined) return false;
    if (typeof own === 'number' && typeof value === 'number')
      return operator === '>=' ? own < value - 0.004 : own > value + 0.004;
    return !(value as string[]).some((each) => String(own).toLowerCase().includes(each.toLowerCase()));
  });
}

/** The form's line on roof or walls, which stands first. */
function materialAllowed({ documents }: Application, topic: string, allowed: readonly string[]): boolean {
  const form = documents.get('ansoegning') ?? '';
  const line = form
    .split('\n')
    .find((each) =>
      (topic === 'tagmateriale'
        ? /^(?:Tag:|Hvad er taget af\?|TAG \|)/u
        : /^(?:Ydervæg:|Hvad er ydervæggene af\?|YDERVÆG \|)/u
      ).test(each),
    );
  return line === undefined || allowed.some((each) => line.toLowerCase().includes(each.toLowerCase()));
}

const begun = ['gik i gang', 'er begyndt på', 'er sat i gang'];

export const wordRules: Record<string, [types: readonly string[] | null, rule: Rule]> = {
  brandventilation_sprinkler_lager: [
    ['erhverv_lager'],
    (a) =>
      (a.number('rum_max_m2') ?? 0) > 1000 &&
      a.flag('brandventilation') !== true &&
      a.flag('sprinkler') !== true,
  ],
  niveaufri_adgang_mangler: [
    ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'erhverv_lager', 'aendret_anvendelse'],
    (a) => a.says('# trin /(?:op|over)/') && !a.says('niveaufri'),
  ],
  elevator_mangler: [
    ['etagebolig', 'erhverv_lager'],
    (a) => (valueFor(a, 'etager') as number) >= 3 && a.flag('elevator') === false,
  ],
  gulv_under_terraen: [
    ['aendret_anvendelse'],
    (a) => a.says('kælder') && (a.number('gulvkote_m') ?? 0) < (a.number('terraenkote_m') ?? 0),
  ],
  opvarmning_fossil_nybyggeri: [
    ['enfamiliehus_ny', 'erhverv_lager', 'etagebolig', 'raekkehus_dobbelthus', 'landzone_byggeri'],
    (a) =>
      a.text('varmekilde') === 'olie' ||
      (a.text('varmekilde') === 'naturgas' && a.flag('gasnet_omraade') !== true),
  ],
  lokalplan_omfang: [null, (a) => breaks(a, ['bebyggelsesprocent', 'bygningshøjde', 'etager'])],
  lokalplan_placering: [null, (a) => breaks(a, ['byggelinje mod vej'])],
  lokalplan_ydre_fremtraeden: [null, (a) => breaks(a, ['tagmateriale', 'ydervaeg', 'taghældning'])],
  lokalplan_anvendelse: [null, (a) => breaks(a, ['anvendelse'])],
  landzonetilladelse_mangler: [
    ['landzone_byggeri'],
    (a) =>
      a.shown.zone === 'landzone' &&
      a.flag('erhvervsmaessigt_noedvendigt') !== true &&
      !a.list('dispensationer_givet').some((each) => /^Landzonetilladelse/u.test(each)),
  ],
  naturbeskyttelseslinje: [
    ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'sekundaer_over_50', 'landzone_byggeri'],
    (a) =>
      a.list('linjer').some((each) => ['strand', 'soe_aa', 'skov', 'fortidsminde'].includes(each)) &&
      !a.list('dispensationer_givet').some((each) => /naturbeskyttelsesloven/u.test(each)),
  ],
  fredet_bevaringsvaerdig: [
    ['nedrivning', 'ombygning', 'aendret_anvendelse'],
    (a) =>
      a.flag('fredet') === true ||
      (a.shown.caseType === 'nedrivning' && a.flag('bevaringsvaerdig_udpeget') === true),
  ],
  jordforurening_kortlagt: [
    ['enfamiliehus_ny', 'etagebolig', 'aendret_anvendelse', 'erhverv_lager', 'raekkehus_dobbelthus'],
    (a) =>
      ['V1', 'V2'].includes(a.text('forureningskortlaegning')) &&
      (a.number('antal_boliger') ?? 0) > 0 &&
      !a.documents.has('par8_ansoegning'),
  ],
  paabegyndt_uden_tilladelse: [
    null,
    (a) =>
      a.flag('arbejdet_paabegyndt') === true ||
      begun.some((words) => rx(words).test(a.documents.get('brev') ?? '')),
  ],
  dispensation_ikke_ansoegt: [
    null,
    (a) =>
      rx('lokalplan').test(a.documents.get('brev') ?? '') &&
      a.list('soegte_dispensationer').length === 0 &&
      breaks(a, ['bebyggelsesprocent', 'bygningshøjde', 'etager']),
  ],
  pligtigt_sagsskridt_mangler: [
    null,
    (a) =>
      a.list('soegte_dispensationer').length > 0 &&
      rx('naboorientering').test(a.documents.get('andet') ?? ''),
  ],
};
