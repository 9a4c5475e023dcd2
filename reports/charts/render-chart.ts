import { parse, type Spec, View } from 'vega';
import { type Html, html, trustedHtml } from '../render/html.ts';

export interface ChartText {
  /** Unique on the page. */
  id: string;
  title: string;
  /** The chart in words, for who cannot see it. */
  description: string;
}

/**
 * A Vega specification as inline SVG: one image with a title and a description, the same bytes every time.
 * Specifications use no clip paths and no gradients: Vega numbers those by a global counter.
 */
export async function renderChart(spec: Spec, text: ChartText): Promise<Html> {
  const svg = await new View(parse(spec), { renderer: 'none' }).toSVG();
  const size = /width="(\d+)" height="(\d+)"/u.exec(svg);
  const inner = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${text.id}-t" aria-describedby="${text.id}-d" width="${size?.[1]}" height="${size?.[2]}" viewBox="0 0 ${size?.[1]} ${size?.[2]}"><title id="${text.id}-t">${text.title}</title><desc id="${text.id}-d">${text.description}</desc>${trustedHtml(inner)}</svg>`;
}
