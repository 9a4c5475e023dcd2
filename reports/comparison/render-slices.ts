import type { ModelResult, Slice } from '../../evals/scores/model-result.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type ReportContext, termName } from '../report-context.ts';

export type SliceKind = 'group' | 'caseType' | 'municipality';

/** So many models go beside each other on a page; more are split evenly over several tables. */
const modelsPerTable = 6;

/** The models side by side on every group or case type, with n. */
export function renderSlices(context: ReportContext, kind: Exclude<SliceKind, 'municipality'>): Html {
  const { result, words } = context;
  const ids = sliceIds(context, kind, result.models);
  const tables = Math.max(1, Math.ceil(result.models.length / modelsPerTable));
  const size = Math.ceil(result.models.length / tables);
  return html`<p>${kind === 'group' ? words.slices.groupLead : words.slices.typeLead}</p>
${Array.from({ length: tables }, (_, table) =>
  renderSliceTable(context, kind, ids, result.models.slice(table * size, (table + 1) * size)),
)}`;
}

function renderSliceTable(
  context: ReportContext,
  kind: Exclude<SliceKind, 'municipality'>,
  ids: readonly string[],
  models: readonly ModelResult[],
): Html {
  const said = context.words.slices;
  return renderTable({
    caption: kind === 'group' ? said.groupTable : said.typeTable,
    columns: [
      { head: kind === 'group' ? said.group : said.caseType },
      ...models.map(({ model }) => ({ head: html`<span class="quote">${model.id}</span>`, label: model.id })),
    ],
    rows: ids.map((id) => [
      sliceName(context, kind, id),
      ...models.map((model) => {
        const slice = findSlice(model, kind, id);
        return slice === undefined
          ? said.absent
          : renderFigure(slice.f1, context, 'share', said.undefined.f1);
      }),
    ]),
    empty: said.none,
  });
}

/** One model on every group, case type or municipality: precision, recall and F1, and the counts behind. */
export function renderModelSlices(context: ReportContext, model: ModelResult, kind: SliceKind): Html {
  const { words, language } = context;
  const said = words.slices;
  const slices = sliceIds(context, kind, [model]).map((id) => findSlice(model, kind, id)!);
  const n = (count: number) => formatCount(count, language);
  const table = renderTable({
    caption: `${model.model.id}: ${kind === 'municipality' && hasVariants(model) ? said.withoutVariants : said[kind]}`,
    columns: [
      { head: said[kind] },
      { head: 'F1' },
      { head: words.measures.defectPrecision.name },
      { head: words.measures.defectRecall.name },
      { head: said.defects, numeric: true },
      { head: said.falseFindings, numeric: true },
    ],
    rows: slices.map((slice) => [
      sliceName(context, kind, slice.id),
      renderFigure(slice.f1, context, 'share', said.undefined.f1),
      renderFigure(slice.precision, context, 'share', said.undefined.precision),
      renderFigure(slice.recall, context, 'share', said.undefined.recall),
      `${n(slice.truePositives)} / ${n(slice.truePositives + slice.falseNegatives)}`,
      n(slice.falsePositives),
    ]),
    empty: said.none,
  });
  return kind === 'municipality'
    ? html`${slices.length === 0 ? '' : table}${renderHeldBack(context)}`
    : table;
}

/** How many municipalities are not shown, in one line without figures; that there is none, where there is none. */
function renderHeldBack({ words, municipalities, language }: ReportContext): Html | '' {
  const { heldBack, shown } = municipalities;
  if (heldBack === 0) return shown.size === 0 ? html`<p>${words.slices.none}</p>` : '';
  return html`<p>${words.slices.heldBack(formatCount(heldBack, language))}</p>`;
}

function hasVariants({ robustness: { transformed, unusable, injections } }: ModelResult): boolean {
  return transformed + unusable + injections.cases > 0;
}

export function findSlice(model: ModelResult, kind: SliceKind, id: string): Slice | undefined {
  return model.slices[kind].find((slice) => slice.id === id);
}

/** The slices that any of the models has: in the taxonomy's order, then others as they come. */
export function sliceIds(context: ReportContext, kind: SliceKind, models: readonly ModelResult[]): string[] {
  const present = new Set(models.flatMap((model) => model.slices[kind].map(({ id }) => id)));
  if (kind === 'municipality') return [...present].toSorted();
  const known = context.taxonomy[kind === 'group' ? 'groups' : 'caseTypes'].map(({ id }) => id);
  return [...known.filter((id) => present.has(id)), ...[...present].filter((id) => !known.includes(id))];
}

export function sliceName(context: ReportContext, kind: SliceKind, id: string): string {
  if (kind === 'group' && id === 'none') return context.words.slices.noCode;
  return kind === 'municipality' ? id : termName(context, kind === 'group' ? 'groups' : 'caseTypes', id);
}

/** One model by the documents that its findings and the defects point at. */
export function renderDocumentTypes(context: ReportContext, { model, slices }: ModelResult): Html {
  const { words } = context;
  const said = words.slices;
  const others: Record<string, string> = said.documentTypes;
  return renderTable({
    caption: `${model.id}: ${said.documentType}`,
    columns: [
      { head: said.documentType },
      { head: words.measures.defectPrecision.name },
      { head: words.measures.defectRecall.name },
    ],
    rows: slices.documentType.map(({ id, precision, recall }) => [
      Object.hasOwn(others, id) ? others[id] : termName(context, 'documentTypes', id),
      renderFigure(precision, context, 'share', said.undefined.precision),
      renderFigure(recall, context, 'share', said.undefined.recall),
    ]),
    empty: said.none,
  });
}

/** One model's recall by how grave the defects are. */
export function renderSeverities(context: ReportContext, { model, slices }: ModelResult): Html {
  const { words } = context;
  return renderTable({
    caption: `${model.id}: ${words.slices.severity}`,
    columns: [{ head: words.slices.severity }, { head: words.measures.defectRecall.name }],
    rows: slices.severity.map(({ id, recall }) => [
      severityName(context, id),
      renderFigure(recall, context, 'share', words.slices.undefined.recall),
    ]),
    empty: words.slices.none,
  });
}

export function severityName({ words }: ReportContext, id: string): string {
  const names: Record<string, string> = words.cases.severities;
  return names[id] ?? id;
}
