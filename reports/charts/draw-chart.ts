import type {
  Channel,
  ChartMark,
  ChartScale,
  ChartSpec,
  Datum,
  LineEncoding,
  RuleEncoding,
  SymbolEncoding,
  TextEncoding,
} from './chart-spec.ts';

type Read = <T>(channel: Channel<T> | undefined, datum: Datum) => T | undefined;
type Attributes = Record<string, string | number | undefined>;

/**
 * A chart as SVG: what stands inside the `<svg>`. The same bytes as Vega 6 writes, which took a third of a megabyte to do it.
 * @source vega-scenegraph, SVGStringRenderer; d3-scale, linear; d3-shape, curveStepBefore
 */
export function drawChart({ width, height, padding, data, scales, marks }: ChartSpec): string {
  const read = reader(scales);
  const drawn = marks.map((mark) => {
    const values =
      mark.from === undefined ? [{}] : (data.find(({ name }) => name === mark.from?.data)?.values ?? []);
    const attributes = { class: `mark-${mark.type} role-mark`, 'aria-hidden': 'true' };
    return element('g', attributes, drawMark(mark, values, read));
  });
  const background = { class: 'background', 'aria-hidden': 'true', d: `M0,0h${width}v${height}h-${width}Z` };
  const foreground = { class: 'foreground', 'aria-hidden': 'true', d: '', display: 'none' };
  const group = element('g', { transform: 'translate(0,0)' }, [
    element('path', background),
    element('g', {}, drawn),
    element('path', foreground),
  ]);
  const frame = {
    class: 'mark-group role-frame root',
    role: 'graphics-object',
    'aria-roledescription': 'group mark container',
  };
  const { left, top } = padding;
  const whole = { fill: 'none', 'stroke-miterlimit': 4, transform: `translate(${left},${top})` };
  return element('g', whole, [element('g', frame, [group])]);
}

function drawMark(mark: ChartMark, values: readonly Datum[], read: Read): string[] {
  switch (mark.type) {
    case 'rule':
      return values.map((datum) => element('line', ruleOf(mark.encode.enter, datum, read)));
    case 'symbol':
      return values.map((datum) => element('path', symbolOf(mark.encode.enter, datum, read)));
    case 'line':
      return values.length === 0 ? [] : [element('path', lineOf(mark.encode.enter, values, read))];
    case 'text':
      return values.map((datum) => {
        const { text, ...attributes } = textOf(mark.encode.enter, datum, read);
        return element('text', attributes, [escapeText(text)]);
      });
  }
}

function ruleOf(enter: RuleEncoding, datum: Datum, read: Read): Attributes {
  const [x = 0, y = 0, x2, y2] = [enter.x, enter.y, enter.x2, enter.y2].map((each) => read(each, datum));
  return {
    transform: `translate(${x},${y})`,
    x2: x2 === undefined ? 0 : x2 - x,
    y2: y2 === undefined ? 0 : y2 - y,
    stroke: read(enter.stroke, datum),
    'stroke-width': read(enter.strokeWidth, datum),
    'stroke-dasharray': read(enter.strokeDash, datum)?.join(','),
  };
}

function symbolOf(enter: SymbolEncoding, datum: Datum, read: Read): Attributes {
  const r = round(Math.sqrt(read(enter.size, datum) ?? 64) / 2);
  return {
    transform: `translate(${read(enter.x, datum) ?? 0},${read(enter.y, datum) ?? 0})`,
    d: `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0`,
    fill: read(enter.fill, datum),
    stroke: read(enter.stroke, datum),
    'stroke-width': read(enter.strokeWidth, datum),
  };
}

/** From one point to the next at the height of the next. */
function lineOf(enter: LineEncoding, values: readonly Datum[], read: Read): Attributes {
  const points = values.map(
    (datum) => [round(read(enter.x, datum) ?? 0), round(read(enter.y, datum) ?? 0)] as const,
  );
  const [first] = points;
  const steps = points.slice(1).map(([x, y], at) => `L${points[at]![0]},${y}L${x},${y}`);
  return {
    d: `M${first?.join(',')}${steps.join('')}${points.length === 1 ? 'Z' : ''}`,
    stroke: read(enter.stroke, values[0]!),
    'stroke-width': read(enter.strokeWidth, values[0]!),
    'stroke-linejoin': enter.strokeJoin.value,
  };
}

const anchors: Record<string, string> = { left: 'start', center: 'middle', right: 'end' };

function textOf(enter: TextEncoding, datum: Datum, read: Read): Attributes & { text: string } {
  const { fontSize, font, fontWeight, baseline } = enter;
  const down = baseline === undefined ? 0 : Math.round(0.3 * fontSize.value);
  return {
    text: String(read(enter.text, datum) ?? '').trim(),
    'text-anchor': anchors[read(enter.align, datum) ?? 'left'],
    transform: `translate(${read(enter.x, datum) ?? 0},${(read(enter.y, datum) ?? 0) + down})`,
    'font-family': font.value,
    'font-size': `${fontSize.value}px`,
    'font-weight': fontWeight?.value,
    fill: read(enter.fill, datum),
  };
}

function reader(scales: readonly ChartScale[]): Read {
  const places = new Map(scales.map((scale) => [scale.name, placeOn(scale)]));
  return <T>(channel: Channel<T> | undefined, datum: Datum): T | undefined => {
    if (channel === undefined) return undefined;
    if ('value' in channel) return channel.value;
    const found = datum[channel.field];
    const placed = 'scale' in channel ? places.get(channel.scale)!(Number(found)) : found;
    return (channel.offset === undefined ? placed : Number(placed) + channel.offset) as T;
  };
}

function placeOn({ domain: [from, to], range: [low, high], clamp = false }: ChartScale) {
  return (value: number): number => {
    const inside = clamp ? Math.max(from, Math.min(to, value)) : value;
    const share = (inside - from) / (to - from);
    return low * (1 - share) + high * share;
  };
}

/** Paths have three decimals. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  const inner = children.join('');
  return `<${name}${written.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');
}
