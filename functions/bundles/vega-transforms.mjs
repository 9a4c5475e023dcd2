// Of Vega's transformations of data those that charts of ours name: the rest would be kept for what it does on being loaded.
import Collect from '../../node_modules/vega-transforms/src/Collect.js';
import Filter from '../../node_modules/vega-transforms/src/Filter.js';

export { Collect as collect, Filter as filter };
