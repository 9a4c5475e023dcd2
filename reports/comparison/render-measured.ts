import { formatCount } from '../render/format-number.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import type { ReportContext } from '../report-context.ts';
import { sayVariants } from '../variants.ts';

/** What was measured and on what, as facts. */
export function renderMeasured(context: ReportContext): Html {
  const { result, words, language } = context;
  const { dataset, comparability } = result;
  const said = words.measured;
  const n = (count: number) => formatCount(count, language);
  const shown = Object.entries(said.shownParts)
    .filter(([part]) => comparability.protocol.shown[part as keyof typeof said.shownParts])
    .map(([, name]) => name);
  const title = language === 'da' ? dataset.titleDa : dataset.titleEn;
  const variants = sayVariants(context);
  const facts: [string, HtmlValue][] = [
    [said.dataset, `${title} (${dataset.id}, ${said.version(dataset.version)})`],
    [said.origin, dataset.synthetic ? said.synthetic : said.real],
    [said.split, said.splits[dataset.split] ?? dataset.split],
    [said.cases, said.caseCount(n(dataset.cases), n(dataset.completeCases), n(dataset.deficientCases))],
    ...(variants === null
      ? []
      : [[words.variants.name, `${variants.all}: ${variants.parts}`] satisfies [string, HtmlValue]]),
    [
      said.defects,
      said.defectCount(
        n(dataset.requiredDefects),
        n(dataset.advisoryDefects),
        n(dataset.contestedDefects),
        dataset.contestedDefects,
      ),
    ],
    [said.models, n(result.models.length)],
    [said.policy, words.policies.names[comparability.policy]],
    [said.repeats, said.repeatCount(comparability.protocol.repeats)],
    [said.shown, shown.join(', ')],
    [said.key, html`<code>${result.comparabilityKey}</code>`],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
