import { numbers, rx } from './fuzzy.ts';
import { type Application, leastTo, saidDistance, saidHeight } from './read-application.ts';
import { built, isOneOf, needsNoPermit, type Rule } from './rule.ts';

const drawn = [...built, 'altan', 'tagterrasse'];

function missesAuthority(application: Application): boolean {
  const role = application.text('ansoeger_rolle');
  if (
    ['ejer', 'forening'].includes(role) ||
    application.flag('ejer_signatur') === true ||
    isOneOf(application, ['nedrivning'])
  )
    return false;
  const paper = application.documents.get('fuldmagt');
  if (paper === undefined) return true;
  return [...paper.matchAll(/\(underskrift\)/gu)].length < (application.number('antal_ejere') ?? 1);
}

function missesScale(application: Application): boolean {
  const sheets = application.sheets.filter(
    ({ kind, text }) => !(kind === 'facade' && !rx('Højeste punkt').test(text)),
  );
  if (sheets.some(({ text }) => !rx('Mål: 1:').test(text))) return true;
  if (application.sheet('planNew').some(({ text }) => !rx('Alle mål i mm').test(text))) return true;
  return application.sheet('site').some(({ text }) => !/(?:^|\s)N(?:\s|$)/u.test(text));
}

function saysNoDistance(application: Application): boolean {
  return (['nabo', 'vej', 'sti'] as const).every(
    (beyond) => leastTo(application, beyond) === undefined && saidDistance(application, beyond) === undefined,
  );
}

function missesLevels(application: Application): boolean {
  const fall =
    application.number('terraenfald_m') ??
    application.said('terrænfald på (?:ca. )?#'.replace('(?:ca. )?', '/(?:ca\\.\\s)?/')) ??
    0;
  return fall > 0.5 && !application.sheets.some(({ text }) => rx('k. #').test(text));
}

/** Chapters that any building asks for: drainage, fire, site and structure; an alteration at least a declaration. */
function missesChapters(application: Application): boolean {
  const declared = application.list('erklaering_tekniske_kapitler');
  const paper = application.documents.get('erklaering_tekniske');
  const named =
    paper === undefined ? declared : numbers(paper.slice(paper.search(/kapit/iu)), '#').map(String);
  const wanted = isOneOf(application, built) ? ['4', '5', '7', '15'] : ['7'];
  return wanted.some(
    (chapter) =>
      !declared.includes(chapter) || (paper !== undefined && !named.some((each) => each === chapter)),
  );
}

function missesInsurance(application: Application): boolean {
  const more = (application.number('antal_boliger') ?? 0) > (application.number('antal_boliger_foer') ?? 0);
  return (
    more &&
    !application.documents.has('byggeskadeforsikring_tilbud') &&
    !application.documents.has('selvbyg_erklaering')
  );
}

function missesDemolitionData(application: Application): boolean {
  const height = application.number('max_hoejde_m') ?? saidHeight(application);
  return (
    height === undefined ||
    application.number('grundflade_m2') === undefined ||
    application.flag('ejer_signatur') !== true
  );
}

function missesFireClass(application: Application): boolean {
  if (needsNoPermit(application)) return false;
  return application.text('brandklasse') === '' || !application.says('anvendelseskategori');
}

function missesStructureClass(application: Application): boolean {
  if (needsNoPermit(application)) return false;
  return application.text('konstruktionsklasse') === '' || !application.says('konsekvensklasse');
}

function startMissing(application: Application, field: string, adviser: string, paper: string): boolean {
  const level = Number(application.text(field).replace(/\D/gu, ''));
  return level >= 2 && (application.text(adviser) === '' || !application.documents.has(paper));
}

function rainUnsettled(application: Application): boolean {
  if (needsNoPermit(application) && application.text('regnvand') === '') return false;
  const where = application.text('regnvand');
  if (where === '') return true;
  return (
    where !== 'kloak' &&
    !application.documents.has('nedsivningsansoegning') &&
    !application.list('dispensationer_givet').some((each) => /nedsivning/iu.test(each))
  );
}

export const missingRules: Record<string, [types: readonly string[] | null, rule: Rule]> = {
  mangler_fuldmagt: [null, missesAuthority],
  mangler_situationsplan: [
    [...drawn, 'nedrivning', 'midlertidig_konstruktion'],
    (a) => a.sheet('site').length === 0,
  ],
  mangler_plantegning: [
    [...drawn.filter((type) => type !== 'sekundaer_over_50'), 'ombygning', 'aendret_anvendelse'],
    (a) =>
      a.sheet('planNew').length === 0 ||
      (isOneOf(a, ['tilbygning', 'ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse']) &&
        a.sheet('planOld').length === 0),
  ],
  mangler_snittegning: [
    drawn.filter((type) => type !== 'sekundaer_over_50' && type !== 'landzone_byggeri'),
    (a) =>
      a.sheet('section').length === 0 &&
      !a.sheet('facade').some(({ text }) => rx('Højeste punkt').test(text)),
  ],
  mangler_facadetegning: [
    drawn.filter((type) => type !== 'landzone_byggeri'),
    (a) => a.sheet('facade').length === 0,
  ],
  tegning_uden_maal_eller_maalestok: [[...drawn, 'ombygning', 'aendret_anvendelse'], missesScale],
  mangler_afstande_til_skel: [drawn, (a) => a.sheet('site').length > 0 && saysNoDistance(a)],
  mangler_terraenkoter: [built, missesLevels],
  mangler_benyttelse: [
    ['aendret_anvendelse', 'ombygning', 'erhverv_lager', 'etagebolig', 'landzone_byggeri', 'sommerhus'],
    (a) =>
      a.text('anvendelse_ny') === '' ||
      (isOneOf(a, ['aendret_anvendelse', 'ombygning']) && a.text('anvendelse_eks') === ''),
  ],
  mangler_bbr_oplysninger: [
    [...built, 'ombygning', 'aendret_anvendelse'],
    (a) => a.text('varmekilde') === '' || (isOneOf(a, ['tilbygning']) && a.text('bbr_bygningsnr') === ''),
  ],
  mangler_erklaering_tekniske_forhold: [[...drawn, 'ombygning', 'aendret_anvendelse'], missesChapters],
  mangler_byggeskadeforsikring: [
    ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    missesInsurance,
  ],
  mangler_nedrivningsoplysninger: [['nedrivning'], missesDemolitionData],
  mangler_brandklasse_dokumentation: [[...drawn, 'ombygning', 'aendret_anvendelse'], missesFireClass],
  mangler_konstruktionsklasse_dokumentation: [[...drawn, 'ombygning'], missesStructureClass],
  mangler_brandraadgiver_starterklaering: [
    ['etagebolig', 'erhverv_lager', 'ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse'],
    (a) => startMissing(a, 'brandklasse', 'brandraadgiver', 'starterklaering_brand'),
  ],
  mangler_statiker_starterklaering: [
    ['etagebolig', 'erhverv_lager', 'ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse'],
    (a) => startMissing(a, 'konstruktionsklasse', 'statiker', 'starterklaering_statik'),
  ],
  mangler_indsatsforhold: [
    ['enfamiliehus_ny', 'etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus'],
    (a) => !a.says('indsatstaktisk'),
  ],
  tagvand_nedsivning_uafklaret: [built, rainUnsettled],
};
