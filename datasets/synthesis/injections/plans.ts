import type { Random } from '../../../evals/statistics/random.ts';
import type { LocalRule } from '../../case.ts';
import { deriveFacts } from '../derive-facts.ts';
import { between, pick, round } from '../draw.ts';
import { leastDistance } from '../geometry.ts';
import type { Draft } from '../project.ts';
import {
  heightRule,
  layLocalPlan,
  lineRule,
  pitchRule,
  ratioRule,
  roofRule,
  useRule,
  wallRule,
} from '../scenarios/local-plan.ts';
import { builtTypes, type Injection } from './injection.ts';

type Rule = Omit<LocalRule, 'plan' | 'paragraph'>;

/** Puts a rule that the project does not keep in place of the plan's own on that topic; a case without a plan gets one. */
function impose(draft: Draft, paragraph: string, rule: Rule, random: Random): boolean {
  for (let attempt = 0; draft.localRules.length === 0 && attempt < 20; attempt += 1)
    layLocalPlan(draft, random);
  const plan = draft.localRules[0]?.plan;
  if (plan === undefined) return false;
  const at = draft.localRules.findIndex(({ topic }) => topic === rule.topic);
  const known = draft.localRules[at];
  const made = { plan, paragraph: known?.paragraph ?? paragraph, ...rule };
  if (known === undefined)
    draft.localRules = [...draft.localRules, made].sort((a, b) => (a.paragraph < b.paragraph ? -1 : 1));
  else draft.localRules[at] = made;
  // Whether a plan's breach without an application for dispensation is a defect of its own is open to dispute.
  draft.defects.push({
    code: 'dispensation_ikke_ansoegt',
    role: 'contested',
    citations: ['planloven/19/1'],
    topics: ['dispensation'],
    types: ['ansoegning'],
    fields: ['soegte_dispensationer'],
    note: 'Følger af striden med lokalplanen; dispensation er ikke søgt.',
  });
  return true;
}

/** Lowers a limit of plot ratio or height that the plan has, so that only its number changes. */
function overOne(draft: Draft, random: Random): boolean {
  const facts = deriveFacts(draft);
  const built = draft.world.buildings.filter(({ state }) => state === 'new');
  const topics = draft.localRules
    .map(({ topic }) => topic)
    .filter((topic) => topic === 'bebyggelsesprocent' || topic === 'bygningshøjde');
  if (topics.length === 0) return false;
  if (pick(random, topics) === 'bebyggelsesprocent' && facts.bebyggelsesprocent_oplyst_pct !== undefined) {
    const limit = Math.floor(facts.bebyggelsesprocent_oplyst_pct - between(random, 0.5, 3, 0.5));
    return limit > 0 && impose(draft, '6.1', ratioRule(limit, random), random);
  }
  if (!topics.includes('bygningshøjde')) return false;
  const height = Math.max(...built.map(({ ridgeM }) => ridgeM));
  const limit = round(Math.floor((height - between(random, 0.15, 0.8, 0.05)) * 2) / 2, 1);
  return impose(draft, '6.2', heightRule(limit, draft.style, random), random);
}

export const planInjections: Injection[] = [
  {
    id: 'plan-size',
    code: 'lokalplan_omfang',
    where: 'number',
    caseTypes: [...builtTypes],
    brings: ['dispensation_ikke_ansoegt'],
    trigger: 'The local plan’s limit of plot ratio or height is lower than the project',
    apply: overOne,
  },
  {
    id: 'plan-line',
    code: 'lokalplan_placering',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'sommerhus', 'raekkehus_dobbelthus', 'erhverv_lager'],
    brings: ['dispensation_ikke_ansoegt'],
    trigger: 'The building is nearer the road than the local plan’s building line',
    apply(draft, random) {
      const road = leastDistance(
        draft.world,
        draft.world.buildings.filter(({ state }) => state === 'new').map(({ footprint }) => footprint),
        'road',
      );
      return (
        road !== undefined &&
        draft.localRules.some(({ topic }) => topic === 'byggelinje mod vej') &&
        impose(
          draft,
          '6.4',
          lineRule(Math.ceil((road + between(random, 0.2, 2.5, 0.1)) * 2) / 2, draft.style, random),
          random,
        )
      );
    },
  },
  {
    id: 'plan-appearance',
    code: 'lokalplan_ydre_fremtraeden',
    where: 'word',
    caseTypes: [
      'enfamiliehus_ny',
      'sommerhus',
      'raekkehus_dobbelthus',
      'etagebolig',
      'erhverv_lager',
      'sekundaer_over_50',
    ],
    brings: ['dispensation_ikke_ansoegt'],
    trigger: 'Roof, wall or pitch is not among those that the local plan allows',
    apply(draft, random) {
      const built = draft.world.buildings.filter(({ state }) => state === 'new');
      const main = built.find(({ use }) => use !== 'outbuilding') ?? built[0];
      if (main === undefined) return false;
      const apart = (all: string[], own: string) => all.filter((each) => !own.includes(each)).slice(0, 2);
      const rules = [
        () =>
          impose(
            draft,
            '7.2',
            roofRule(apart(['skifer', 'zink', 'røde teglsten', 'græstørv'], main.roof.material), random),
            random,
          ),
        () =>
          impose(
            draft,
            '7.3',
            wallRule(apart(['rød mursten', 'sortmalet træ', 'vandskuret mur'], main.wallMaterial), random),
            random,
          ),
        ...(main.roof.form === 'saddeltag'
          ? [
              () =>
                impose(
                  draft,
                  '7.4',
                  pitchRule(main.roof.pitchDegrees + pick(random, [5, 10]), random),
                  random,
                ),
            ]
          : []),
      ];
      return pick(random, rules)();
    },
  },
  {
    id: 'plan-use',
    code: 'lokalplan_anvendelse',
    where: 'word',
    caseTypes: [
      'aendret_anvendelse',
      'etagebolig',
      'erhverv_lager',
      'enfamiliehus_ny',
      'raekkehus_dobbelthus',
    ],
    brings: ['dispensation_ikke_ansoegt'],
    trigger: 'The use is not among those that the local plan allows',
    apply(draft, random) {
      const allowed = pick(random, [
        ['liberalt erhverv'],
        ['offentlige formål'],
        ['hotel', 'restaurant'],
        ['rekreative formål'],
      ]);
      return impose(draft, '3.1', useRule(allowed, random), random);
    },
  },
  {
    id: 'dispensation-missing',
    code: 'dispensation_ikke_ansoegt',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'sommerhus', 'raekkehus_dobbelthus', 'erhverv_lager'],
    brings: ['lokalplan_omfang'],
    trigger: 'A letter grants that the local plan’s limit is exceeded, and no dispensation is applied for',
    apply(draft, random) {
      if (!overOne(draft, random)) return false;
      draft.defects = draft.defects.filter(({ code }) => code !== 'dispensation_ikke_ansoegt');
      draft.docs.push({ type: 'brev' });
      draft.known.kontakt = pick(random, [
        'Vi er klar over, at projektet ikke helt holder lokalplanens grænse, men håber på forståelse.',
        'Lokalplanens grænse overskrides lidt; vi regner med, at det er i orden.',
        'Projektet er lidt over det, lokalplanen tillader, hvilket vi mener er uden betydning.',
      ]);
      draft.defects.push({
        code: 'dispensation_ikke_ansoegt',
        citations: ['planloven/19/1'],
        topics: ['dispensation', 'started'],
        types: ['ansoegning', 'brev'],
        fields: ['soegte_dispensationer'],
        note: 'Overskridelsen erkendes, men dispensation er ikke søgt.',
      });
      return true;
    },
  },
  {
    id: 'hearing-missing',
    code: 'pligtigt_sagsskridt_mangler',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'sommerhus', 'raekkehus_dobbelthus', 'etagebolig'],
    brings: ['lokalplan_omfang'],
    trigger:
      'Dispensation from the local plan is applied for, and the case list holds no neighbour notification',
    apply(draft, random) {
      if (!overOne(draft, random)) return false;
      draft.defects = draft.defects.filter(({ code }) => code !== 'dispensation_ikke_ansoegt');
      const rule = draft.localRules.find(
        (each) => ['6.1', '6.2'].includes(each.paragraph) && each.operator === '<=',
      );
      draft.known.soegte_dispensationer = [`lokalplan ${rule!.plan} § ${rule!.paragraph}`];
      draft.docs.push({ type: 'dispensationsansoegning' }, { type: 'andet' });
      draft.known.naboorientering = pick(random, [
        'Modtaget: ansøgning. Naboorientering: ikke registreret.',
        'Hændelser: ansøgning modtaget; kvittering sendt. Naboorientering er ikke sendt.',
        'Sagsskridt: modtaget, fordelt. Der er ingen naboorientering på sagen.',
      ]);
      draft.defects.push({
        code: 'pligtigt_sagsskridt_mangler',
        citations: ['planloven/20/1'],
        topics: ['hearing', 'dispensation'],
        types: ['andet', 'dispensationsansoegning'],
        fields: ['soegte_dispensationer'],
        note: 'Dispensation fra lokalplan; ingen naboorientering.',
      });
      return true;
    },
  },
];
