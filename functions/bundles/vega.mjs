// What the reports' charts use of Vega: marks, axes and scales; left out are maps, forces, hierarchies, word clouds and the like.
import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import { extend } from 'vega-util';
import * as view from 'vega-view-transforms';
import { collect, filter } from './vega-transforms.mjs';

extend(transforms, { collect, filter }, view, encode);

export { parse } from 'vega-parser';
export { View } from 'vega-view';
