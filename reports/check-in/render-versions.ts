import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { type CheckInContext, runPage } from './check-in-context.ts';

/** What the figures are measured on, and the way to each measurement. */
export function renderVersions({ words, record, language }: CheckInContext): Html {
  const said = words.checkIn.versions;
  return renderTable({
    caption: said.caption,
    columns: [said.dataset, said.version, said.cases, said.key, said.run].map((head) => ({ head })),
    rows: record.datasets.map(({ dataset, comparabilityKey, run }) => [
      `${dataset.id}, ${dataset.split}`,
      dataset.version,
      formatCount(dataset.cases, language),
      html`<code>${comparabilityKey}</code>`,
      html`<a href="${runPage({ language }, { run })}">${said.openRun}</a>`,
    ]),
  });
}
