import { type ChangePart, type ChangeParts, checkInMeasures } from '../../evals/check-in/change-parts.ts';
import type { SinceLast } from '../../evals/check-in/check-in.ts';
import { formatCount, formatPoints, formatPointsRange } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type CheckInContext, measureName, sayCases } from './check-in-context.ts';
import { sayApart, sayCommon } from './compose-answer.ts';
import { eachDataset } from './render-front.ts';
import { judgeChange, sayChange } from './say-change.ts';

/** What changed: the models on the common cases, apart from what labels, scorer and the mix of cases do. */
export function renderChanges(context: CheckInContext): Promise<Html> {
  const { words, record } = context;
  return eachDataset(context, (place) => {
    const { since, dataset } = record.datasets[place]!;
    if (since !== null) return renderSince(context, since);
    const title = context.language === 'da' ? dataset.titleDa : dataset.titleEn;
    return html`<p>${record.previous === null ? words.checkIn.first : words.checkIn.firstOfData(title)}</p>`;
  });
}

function renderSince(context: CheckInContext, since: SinceLast): Html {
  const said = context.words.checkIn;
  const apart = sayApart(context, since);
  const sentences = [
    ...sayCommon(context, since),
    ...(since.fresh.length > 0 ? [said.fresh(since.fresh.join(', '))] : []),
    ...(since.gone.length > 0 ? [said.gone(since.gone.join(', '))] : []),
    ...since.models.flatMap(({ id, versionBefore, versionNow }) =>
      versionBefore === versionNow ? [] : [said.versionChanged(id, versionBefore, versionNow)],
    ),
  ];
  const head = html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;
  if (apart !== null) return html`${head}<p>${apart}</p>`;
  return html`${head}
<ul>${since.models.flatMap((model) => sayModel(context, model).map((sentence) => html`<li>${sentence}</li>`))}</ul>
<p>${said.parts.lead}</p>
${checkInMeasures.map((_, at) => renderParts(context, since, at))}`;
}

/** A sentence a measure; one for all those in which nothing changed. */
export function sayModel(
  context: CheckInContext,
  { id, parts }: Pick<SinceLast['models'][number], 'id' | 'parts'>,
): string[] {
  const said = context.words.checkIn.change;
  const same = parts.filter((each) => judgeChange(each) === 'same');
  if (same.length < 2) return parts.map((each) => sayChange(context, id, each));
  const measures = same.map(({ measure, model }) =>
    said.measured(measureName(context, measure), sayCases(context, model.cases)),
  );
  return [
    ...parts.filter((each) => !same.includes(each)).map((each) => sayChange(context, id, each)),
    said.sameInSeveral(id, measures.join('; ')),
  ];
}

function renderParts(context: CheckInContext, { models }: SinceLast, at: number): Html {
  const { words } = context;
  const said = words.checkIn.parts;
  const heads = [said.before, said.now, said.total, said.byModel, said.byRuler, said.byMix];
  return renderTable({
    dense: true,
    caption: said.caption(measureName(context, checkInMeasures[at]!)),
    columns: [{ head: said.model }, ...heads.map((head) => ({ head, numeric: true }))],
    rows: models.map(({ id, parts: all }) => {
      const parts = all[at]!;
      return [
        id,
        renderFigure(parts.before, context),
        renderFigure(parts.now, context),
        renderPart(context, parts.total),
        renderModelPart(context, parts),
        renderPart(context, parts.ruler),
        renderPart(context, parts.caseMix),
      ];
    }),
  });
}

function renderModelPart(context: CheckInContext, parts: ChangeParts): Html {
  const said = context.words.checkIn.parts;
  const verdict = judgeChange(parts);
  const word = { better: said.proven, worse: said.proven, same: said.same, notProven: said.notProven };
  const { difference: value, interval, cases } = parts.model;
  const part = renderPart(context, { value, interval, cases });
  return verdict === 'undefined' ? part : html`${part} <small class="n">${word[verdict]}</small>`;
}

function renderPart(context: CheckInContext, { value, interval, cases }: ChangePart): Html {
  const { words, language } = context;
  const said = words.checkIn.parts;
  const range = interval === null ? said.counted : formatPointsRange(interval.low, interval.high, language);
  const n = said.cases(formatCount(cases, language));
  return html`<span class="fig"><b>${points(context, value)}</b>${value === null ? '' : html` <small${interval === null ? html` class="why"` : ''}>${range}</small>`} <small class="n">${n}</small></span>`;
}

function points({ words, language }: CheckInContext, value: number | null): string {
  return value === null ? words.figure.undefined : words.figure.points(formatPoints(value, language));
}
