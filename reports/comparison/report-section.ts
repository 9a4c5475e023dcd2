import { type Html, type HtmlValue, html } from '../render/html.ts';
import type { Wording } from '../wording/wording.ts';

export type SectionId = keyof Wording['sections'];

/** The id of a section on the page. */
export function sectionId(section: SectionId): string {
  return `del-${section}`;
}

/** A section under its heading, with the way back to the contents. */
export function renderSection(words: Wording, section: SectionId, body: HtmlValue): Html {
  return html`<section id="${sectionId(section)}" aria-labelledby="${sectionId(section)}-h">
<h2 id="${sectionId(section)}-h">${words.sections[section]}</h2>
${body}
${section === 'answer' ? '' : html`<p class="up"><a href="#indholdsfortegnelse">${words.page.toContents}</a></p>`}
</section>
`;
}
