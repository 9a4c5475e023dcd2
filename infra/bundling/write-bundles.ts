import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../functions/bundles/bundle-options.ts';
import { handlersFolder } from './handlers-folder.ts';
import { shrinkBundle } from './shrink-bundle.ts';

/** Bundles handlers into a folder: FOLDER NAME … */
const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Cannot bundle: no folder is named');
await build({
  ...bundleOptions,
  plugins: [shrinkBundle],
  entryPoints: names.map((name) => join(handlersFolder, `${name}.ts`)),
  outdir: folder,
  logLevel: 'error',
});
