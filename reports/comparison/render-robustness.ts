import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { MeasureId } from '../measures.ts';
import { measureOf } from '../measures.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';
import { countVariants, sayHow, withVariantWords } from '../variants.ts';
import { renderInjections } from './render-injections.ts';
import { renderTransforms } from './render-transforms.ts';

/**
 * Whether the same case gets the same answer: repeats, changes that must not matter, planted instructions.
 * One sentence where none was tried.
 */
export function renderRobustness(context: ReportContext): Html {
  const { words, result, language } = context;
  const repeated = result.comparability.protocol.repeats > 1;
  const { changed, injected } = countVariants(result);
  if (!repeated && changed + injected === 0) return html`<p>${words.robustness.none}</p>`;
  const unusable = Math.max(0, ...result.models.map(({ robustness }) => robustness.unusable));
  const warning = changed + injected > 0 ? ` ${words.robustness.constantWarning}` : '';
  const varied = changed + injected > 0 ? withVariantWords(context) : context;
  const how = sayHow(context);
  return html`<p>${words.robustness.lead}${warning}</p>
${changed + injected > 0 ? html`<p>${how}</p>` : ''}
${repeated ? renderRepeats(context) : ''}${changed > 0 ? html`${renderChanges(varied)}${renderTransforms(context)}` : ''}${injected > 0 ? renderInjections(varied, injected) : ''}
${unusable > 0 ? html`<p class="muted">${words.robustness.unusable(formatCount(unusable, language), unusable)}</p>` : ''}`;
}

function renderRepeats(context: ReportContext): Html {
  const { words, result, language } = context;
  return html`<h3>${words.robustness.repeats}</h3>
<p>${words.robustness.repeatsLead(formatCount(result.comparability.protocol.repeats, language))}</p>
${renderTable({
  caption: words.robustness.repeatsTable,
  columns: [{ head: words.models.model }, { head: words.measures.repeatConsistency.name }],
  rows: result.models.map((model) => [model.model.id, figureOf(context, model, 'repeatConsistency')]),
})}`;
}

function renderChanges(context: ReportContext): Html {
  const { words, result, language } = context;
  return html`<h3>${words.robustness.changes}</h3>
<p>${words.robustness.changesLead}</p>
${renderTable({
  caption: words.robustness.changesTable,
  columns: [
    { head: words.models.model },
    { head: words.robustness.words },
    { head: words.robustness.changed, numeric: true },
    { head: words.measures.sameCodes.name },
    { head: words.measures.f1Change.name },
  ],
  rows: result.models.map((model) => [
    model.model.id,
    sayChange(context, model),
    formatCount(model.robustness.transformed, language),
    figureOf(context, model, 'sameCodes'),
    figureOf(context, model, 'f1Change'),
  ]),
})}`;
}

/** Only an interval that leaves zero out may say that F1 falls or rises. */
export function sayChange({ words }: ReportContext, { robustness }: ModelResult): string {
  const { verdicts } = words.robustness;
  const { value, interval } = robustness.f1Change;
  if (value === null) return words.chance.unmeasured(words.measures.f1Change.none);
  if (interval === null) return value === 0 ? verdicts.same : verdicts.unmeasured;
  if (interval.high < 0) return verdicts.worse;
  return interval.low > 0 ? verdicts.better : verdicts.alike;
}

function figureOf(context: ReportContext, model: ModelResult, id: MeasureId): Html {
  const { read, unit } = measureOf(id);
  return renderFigure(read(model), context, unit, context.words.measures[id].none);
}
