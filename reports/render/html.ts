import { html as honoHtml, raw } from 'hono/html';
import { cleanText } from './clean-text.ts';

/** Markup that needs no more escaping. */
export interface Html {
  toString(): string;
}

/** What a template may hold: strings are cleaned and escaped, `false`, `null` and `undefined` are nothing. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

/** A template of HTML in which every string, whoever wrote it, is cleaned and escaped; also in attributes. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return honoHtml(strings, ...values.map(cleaned)) as Html;
}

/** Markup made by ourselves (style sheet, charts). Never for text from a case, a label or a model. */
export function trustedHtml(markup: string): Html {
  return raw(markup);
}

function cleaned(value: HtmlValue): unknown {
  if (typeof value === 'string') return cleanText(value);
  return Array.isArray(value) ? value.map(cleaned) : value;
}
