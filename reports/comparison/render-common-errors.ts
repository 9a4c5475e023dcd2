import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { codeName, joinNames, type ReportContext, subjectsOf } from '../report-context.ts';
import { renderCaseLinks } from './render-code-tables.ts';

const codesShown = 8;

interface Tally {
  code: string | null;
  count: number;
  models: string[];
  caseIds: Set<string>;
  /** Whether every case is among `caseIds`: the result names the first of each model alone. */
  complete: boolean;
}

/** The commonest misses and false alarms of all models but the baselines. */
export function renderCommonErrors(context: ReportContext): Html {
  const { words } = context;
  const models = subjectsOf(context);
  const names = joinNames(
    context,
    models.map(({ model }) => model.id),
  );
  const misses = tally(
    models.flatMap(({ model, misses }) =>
      misses
        .filter(({ missed }) => missed > 0)
        .map((miss) => ({ ...miss, modelId: model.id, count: miss.missed })),
    ),
  );
  const alarms = tally(
    models.flatMap(({ model, falseAlarms }) =>
      falseAlarms.map((alarm) => ({ ...alarm, modelId: model.id, count: alarm.findings })),
    ),
  );
  return html`<h3>${words.errors.misses}</h3>
${renderTallies(context, misses, words.errors.allTable(names), words.errors.missed, words.errors.noMisses)}
<h3>${words.errors.falseAlarms}</h3>
${renderTallies(context, alarms, words.errors.allFalseTable(names), words.errors.findings, words.errors.noFalseAlarms)}`;
}

function renderTallies(
  context: ReportContext,
  tallies: readonly Tally[],
  caption: string,
  head: string,
  empty: string,
): Html {
  const { words, language } = context;
  return renderTable({
    caption,
    columns: [
      { head: words.errors.defect },
      { head, numeric: true },
      { head: words.measured.models },
      { head: words.errors.cases },
    ],
    rows: tallies.slice(0, codesShown).map((entry) => [
      entry.code === null ? words.errors.noCode : codeName(context, entry.code),
      formatCount(entry.count, language),
      entry.models.join(', '),
      renderCaseLinks(context, {
        cases: entry.complete ? entry.caseIds.size : null,
        caseIds: [...entry.caseIds].toSorted(),
      }),
    ]),
    empty,
  });
}

/** By code over all models: most first, then by code. */
function tally(
  entries: readonly {
    code: string | null;
    count: number;
    modelId: string;
    cases: number;
    caseIds: readonly string[];
  }[],
): Tally[] {
  const byCode = new Map<string | null, Tally>();
  for (const { code, count, modelId, cases, caseIds } of entries) {
    const entry = byCode.get(code) ?? {
      code,
      count: 0,
      models: [],
      caseIds: new Set<string>(),
      complete: true,
    };
    entry.count += count;
    entry.models.push(`${modelId} (${Number.isInteger(count) ? count : count.toFixed(1)})`);
    for (const caseId of caseIds) entry.caseIds.add(caseId);
    entry.complete &&= caseIds.length === cases;
    byCode.set(code, entry);
  }
  const key = ({ code }: Tally) => code ?? '';
  return [...byCode.values()].toSorted((a, b) => b.count - a.count || (key(a) < key(b) ? -1 : 1));
}
