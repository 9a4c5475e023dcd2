import { type Html, type HtmlValue, html } from './html.ts';

export interface Column {
  head: HtmlValue;
  /** What a stacked cell is called at phone width; the head where it is plain text. */
  label?: string;
  numeric?: boolean;
}

export interface Table {
  caption: string;
  columns: readonly Column[];
  /** The first cell of a row is its header. */
  rows: readonly (readonly HtmlValue[])[];
  /** Words for a table without rows. */
  empty?: string;
  id?: string;
  /** Set closer, and stacked on all but a full screen: for a table that fills the width of the page. */
  dense?: boolean;
}

/** A name of a model or a data set may be one; no word of ours is. */
const longWord = /\S{41}/u;

/** With more columns a table is stacked on a tablet too. */
const columnsNarrow = 5;

/**
 * A table that becomes a list of cards at phone width: each cell then shows its column's name.
 * Roles are spelled out since `display: block` takes them away in some browsers.
 */
export function renderTable(table: Table): Html {
  if (table.rows.length === 0 && table.empty !== undefined) return html`<p>${table.empty}</p>`;
  return html`<table role="table"${widthClass(table)}${table.id === undefined ? '' : html` id="${table.id}"`}>
<caption>${table.caption}</caption>
<thead role="rowgroup"><tr role="row">${table.columns.map(
    (column) => html`<th scope="col" role="columnheader"${numericClass(column)}>${column.head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${table.rows.map(
    (row) => html`
<tr role="row">${row.map((value, place) => renderCell(value, table.columns[place], place === 0))}</tr>`,
  )}
</tbody>
</table>`;
}

function widthClass({ columns, dense }: Table): HtmlValue {
  if (dense === true) return html` class="dense"`;
  return columns.length > columnsNarrow ? html` class="wide"` : '';
}

function renderCell(value: HtmlValue, column: Column | undefined, first: boolean): Html {
  if (first) return html`<th scope="row" role="rowheader">${value}</th>`;
  const classes = [column?.numeric === true && 'num', hasLongWord(value) && 'broken-up'].filter(Boolean);
  return html`<td role="cell"${classes.length === 0 ? '' : html` class="${classes.join(' ')}"`} data-label="${labelOf(column)}">${value}</td>`;
}

/** A word that no line of a cell holds may break anywhere; in others it must not, or columns would be as narrow as a letter. */
function hasLongWord(value: HtmlValue): boolean {
  if (Array.isArray(value)) return value.some(hasLongWord);
  return longWord.test(String(value ?? '').replaceAll(/<[^>]*>/gu, ' '));
}

function labelOf(column: Column | undefined): string {
  if (column === undefined) return '';
  if (column.label !== undefined) return column.label;
  return typeof column.head === 'string' ? column.head : '';
}

function numericClass(column: Column | undefined): HtmlValue {
  return column?.numeric === true ? html` class="num"` : '';
}
