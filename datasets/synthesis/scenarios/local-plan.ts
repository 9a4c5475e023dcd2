import type { Random } from '../../../evals/statistics/random.ts';
import type { LocalRule } from '../../case.ts';
import { deriveFacts } from '../derive-facts.ts';
import { between, chance, pick } from '../draw.ts';
import { leastDistance } from '../geometry.ts';
import { lower } from '../phrases/lower.ts';
import type { Draft } from '../project.ts';
import { metres, type Style } from '../style.ts';

/** The words of a rule, in one of three ways. */
type Rule = Omit<LocalRule, 'plan' | 'paragraph'>;

/** Rules of an invented local plan that the project keeps. */
export function layLocalPlan(draft: Draft, random: Random): void {
  const plan =
    random.below(2) === 0
      ? `${between(random, 1, 9, 1)}.${between(random, 11, 49, 1)}`
      : String(between(random, 31, 289, 1));
  const rules = draftRules(draft, random);
  if (rules.length === 0) return;
  draft.known.lokalplan_nr = plan;
  draft.localRules = rules.map(([paragraph, rule]) => ({ plan, paragraph, ...rule }));
  if (chance(random, 0.5)) draft.docs.push({ type: 'lokalplanuddrag' });
}

function draftRules(draft: Draft, random: Random): [string, Rule][] {
  const facts = deriveFacts(draft);
  const { world, style } = draft;
  const built = world.buildings.filter(({ state }) => state === 'new');
  const rules: [string, Rule][] = [];
  const add = (paragraph: string, rule: Rule) => rules.push([paragraph, rule]);
  if (facts.anvendelse_ny !== undefined && chance(random, 0.6)) {
    const allowed = [lower(facts.anvendelse_ny)];
    add(`3.${between(random, 1, 3, 1)}`, useRule(allowed, random));
  }
  const ratio = facts.bebyggelsesprocent_oplyst_pct;
  if (ratio !== undefined && built.length > 0 && chance(random, 0.5))
    add('6.1', ratioRule(Math.ceil(ratio) + between(random, 2, 8, 1), random));
  const height = Math.max(0, ...built.map(({ ridgeM }) => ridgeM));
  if (height > 0 && chance(random, 0.7))
    add('6.2', heightRule(Math.ceil(height * 2) / 2 + pick(random, [0, 0.5, 1]), style, random));
  const storeys = Math.max(0, ...built.map((each) => each.storeys));
  if (storeys > 0 && chance(random, 0.4)) add('6.3', storeyRule(storeys, random));
  const road = leastDistance(
    world,
    built.map(({ footprint }) => footprint),
    'road',
  );
  if (road !== undefined && road >= 3 && chance(random, 0.4))
    add('6.4', lineRule(Math.max(2.5, Math.floor(road) - pick(random, [0, 0.5, 1])), style, random));
  const main = built.find(({ use }) => use !== 'outbuilding') ?? built[0];
  if (main !== undefined) {
    if (chance(random, 0.5))
      add(
        '7.2',
        roofRule(
          [
            main.roof.material,
            ...others(['røde teglsten', 'tagpap', 'betontagsten', 'skifer'], main.roof.material, random),
          ],
          random,
        ),
      );
    if (chance(random, 0.4))
      add(
        '7.3',
        wallRule(
          [
            main.wallMaterial,
            ...others(
              ['rød mursten', 'gul mursten', 'træbeklædning', 'pudset mur'],
              main.wallMaterial,
              random,
            ),
          ],
          random,
        ),
      );
    if (main.roof.form === 'saddeltag' && main.roof.pitchDegrees >= 20 && chance(random, 0.3))
      add('7.4', pitchRule(main.roof.pitchDegrees - pick(random, [0, 5]), random));
  }
  return rules;
}

function others(all: readonly string[], own: string, random: Random): string[] {
  return [
    pick(
      random,
      all.filter((each) => each !== own),
    ),
  ];
}

export function useRule(allowed: string[], random: Random): Rule {
  const said = allowed.join(' eller ');
  return {
    topic: 'anvendelse',
    operator: 'in',
    value: allowed,
    text: pick(random, [
      `Området må kun anvendes til ${said}.`,
      `Delområdet er udlagt til ${said}.`,
      `Der må kun etableres ${said} i området.`,
    ]),
  };
}
export function ratioRule(value: number, random: Random): Rule {
  return {
    topic: 'bebyggelsesprocent',
    operator: '<=',
    value,
    unit: '%',
    text: pick(random, [
      `Bebyggelsesprocenten må højst være ${value}.`,
      `Bebyggelsesprocenten må ikke overstige ${value} for den enkelte ejendom.`,
      `Den enkelte ejendom må bebygges med højst ${value} %.`,
    ]),
  };
}
export function heightRule(value: number, style: Style, random: Random): Rule {
  const said = metres(value, style, Number.isInteger(value * 10) ? 1 : 2);
  return {
    topic: 'bygningshøjde',
    operator: '<=',
    value,
    unit: 'm',
    text: pick(random, [
      `Bygningshøjden må ikke overstige ${said}.`,
      `Bebyggelse må opføres i en højde af højst ${said} over terræn.`,
      `Ingen del af bebyggelsen må være højere end ${said}.`,
    ]),
  };
}
export function storeyRule(value: number, random: Random): Rule {
  return {
    topic: 'etager',
    operator: '<=',
    value,
    text: pick(random, [
      `Der må højst bygges i ${value} etager.`,
      `Etageantallet må ikke overstige ${value}.`,
      `Bebyggelse må opføres i højst ${value} etager.`,
    ]),
  };
}
export function lineRule(value: number, style: Style, random: Random): Rule {
  const said = metres(value, style, 1);
  return {
    topic: 'byggelinje mod vej',
    operator: '>=',
    value,
    unit: 'm',
    text: pick(random, [
      `Bebyggelse skal holde en byggelinje på ${said} fra vejskel.`,
      `Mod vej fastlægges en byggelinje på ${said}.`,
      `Bebyggelse må ikke placeres nærmere vejskel end ${said}.`,
    ]),
  };
}
export function roofRule(value: string[], random: Random): Rule {
  const said = value.join(' eller ');
  return {
    topic: 'tagmateriale',
    operator: 'in',
    value,
    text: pick(random, [
      `Tage skal dækkes med ${said}.`,
      `Som tagmateriale må kun anvendes ${said}.`,
      `Tagdækning skal være ${said}.`,
    ]),
  };
}
export function wallRule(value: string[], random: Random): Rule {
  const said = value.join(' eller ');
  return {
    topic: 'ydervaeg',
    operator: 'in',
    value,
    text: pick(random, [
      `Facader skal fremstå i ${said}.`,
      `Ydervægge skal udføres som ${said}.`,
      `Til facader må kun anvendes ${said}.`,
    ]),
  };
}
export function pitchRule(value: number, random: Random): Rule {
  return {
    topic: 'taghældning',
    operator: '>=',
    value,
    unit: '°',
    text: pick(random, [
      `Taghældningen skal være mindst ${value}°.`,
      `Tage skal have en hældning på mindst ${value}°.`,
      `Taghældning: mindst ${value}°.`,
    ]),
  };
}
