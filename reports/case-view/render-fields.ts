import type { Case, FieldValue } from '../../datasets/case.ts';
import { anchor } from '../render/anchor.ts';
import { formatDate } from '../render/format-date.ts';
import { formatNumber } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import type { ReportContext } from '../report-context.ts';
import type { EvidencePlaces } from './place-evidence.ts';
import { renderPointers } from './render-pointers.ts';

/** The application's fields with their values, each with who points to it. */
export function renderFields(context: ReportContext, shown: Case, places: EvidencePlaces): Html | '' {
  const { words, taxonomy, language } = context;
  const entries = Object.entries(shown.fields);
  if (entries.length === 0) return '';
  return html`<section class="doc"><h3>${words.cases.fields}</h3><dl class="fields">${entries.map(
    ([name, value]) => {
      const field = taxonomy.fields.find((known) => known.name === name);
      const title = field === undefined ? name : language === 'da' ? field.nameDa : field.nameEn;
      const pointers = places.pointersToField(name);
      return html`<div class="${pointers.length > 0 ? 'pointed' : ''}" id="${anchor.field(shown.caseId, name)}" tabindex="-1"><dt>${title}</dt><dd>${fieldText(context, value, field?.unit)}${renderPointers(pointers)}</dd></div>\n`;
    },
  )}</dl></section>`;
}

function fieldText(context: ReportContext, value: FieldValue, unit: string | undefined): string {
  const { words, language } = context;
  if (value === null) return words.slices.absent;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.join(', ') || words.slices.absent;
  if (typeof value === 'string') return formatDate(context, value) || words.slices.absent;
  const decimals = Number.isInteger(value) ? 0 : Math.min(3, String(value).split('.')[1]?.length ?? 0);
  return `${formatNumber(value, language, decimals)}${unit === undefined ? '' : ` ${unit}`}`;
}
