import { caseTimeoutMsOf } from '../../evals/artifacts.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

/** The comparability key and its parts, and the models' versions: what a reader checks before comparing reports. */
export function renderVersions(context: ReportContext): Html {
  const { result, words, language } = context;
  const said = words.versions;
  const { comparability: parts, dataset } = result;
  const code = (text: string) => html`<code>${text}</code>`;
  const rows: [string, HtmlValue][] = [
    [said.key, code(result.comparabilityKey)],
    [said.suite, `${language === 'da' ? result.suite.titleDa : result.suite.titleEn} (${result.suite.id})`],
    [said.run, code(result.runId)],
    [words.measured.dataset, `${dataset.id}, ${words.measured.version(dataset.version)}, ${parts.split}`],
    [said.datasetContent, code(parts.datasetContent)],
    [said.cases, code(parts.cases)],
    [said.labels, parts.labels],
    [said.catalogue, parts.catalogue],
    [said.taxonomy, parts.taxonomy],
    [said.scorer, parts.scorer],
    [said.policy, words.policies.names[parts.policy]],
    [words.measured.repeats, formatCount(parts.protocol.repeats, language)],
    [said.timeout, said.seconds(formatCount(parts.protocol.timeoutMs / 1000, language))],
    [said.caseTimeout, said.seconds(formatCount(caseTimeoutMsOf(parts.protocol) / 1000, language))],
    [said.retries, formatCount(parts.protocol.retries, language)],
  ];
  return html`<p>${said.lead}</p>
${renderTable({ caption: said.table, columns: [{ head: said.part }, { head: said.value }], rows })}
${renderTable({
  caption: said.modelsTable,
  columns: [
    { head: words.models.model },
    { head: said.modelVersion },
    { head: said.kind },
    { head: said.vendor },
    { head: said.provenance },
  ],
  rows: result.models.map(({ model }) => [
    model.id,
    html`<span class="quote">${model.version}</span>`,
    words.models.kinds[model.kind],
    html`<span class="quote">${model.vendor ?? words.slices.absent}</span>`,
    words.models.provenance[model.provenance],
  ]),
})}
<p>${said.files}</p>`;
}
