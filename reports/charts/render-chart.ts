import { type Html, html, trustedHtml } from '../render/html.ts';
import type { ChartSpec } from './chart-spec.ts';
import { drawChart } from './draw-chart.ts';

export interface ChartText {
  /** Unique on the page. */
  id: string;
  title: string;
  /** The chart in words, for who cannot see it. */
  description: string;
}

/** A chart as inline SVG: one image with a title and a description, the same bytes every time. */
export function renderChart(spec: ChartSpec, text: ChartText): Html {
  const { left, right, top, bottom } = spec.padding;
  const [width, height] = [spec.width + left + right, spec.height + top + bottom];
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${text.id}-t" aria-describedby="${text.id}-d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="${text.id}-t">${text.title}</title><desc id="${text.id}-d">${text.description}</desc>${trustedHtml(drawChart(spec))}</svg>`;
}
