import type { ReportContext } from '../report-context.ts';
import { type Html, html } from './html.ts';

/** What an error is called in the report's language; a kind without a name is shown as it is called. */
export function renderErrorKind({ words }: Pick<ReportContext, 'words'>, kind: string): Html {
  if (Object.hasOwn(words.errorKinds, kind)) return html`${words.errorKinds[kind]}`;
  const status = /^http-?(\d{3})$/u.exec(kind)?.[1];
  return status === undefined ? html`<code>${kind}</code>` : html`${words.httpStatus(status)}`;
}
