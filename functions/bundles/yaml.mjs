// What this project's files are read with; left out is how YAML is written. The modules, of which a bundle keeps what is used: for Node
// the package has the same as CommonJS, which is kept whole.

export { isNode } from '../../node_modules/yaml/browser/dist/nodes/identity.js';
export { LineCounter } from '../../node_modules/yaml/browser/dist/parse/line-counter.js';
export { parseDocument } from '../../node_modules/yaml/browser/dist/public-api.js';
