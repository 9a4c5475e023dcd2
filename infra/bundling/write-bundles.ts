import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../functions/bundles/bundle-options.ts';
import { handlersFolder } from './handlers-folder.ts';
import { leaveOutJsonSchema, shrinkBundle } from './shrink-bundle.ts';

/**
 * Bundles handlers, each into a folder of its own: FOLDER NAME … What is imported with import() becomes a file of its own, which is
 * read when it is asked for. One handler at a time: of several at once, what they share would be cut into files, too.
 */
const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Cannot bundle: no folder is named');
for (const name of names)
  await build({
    ...bundleOptions,
    plugins: name === 'api' ? [shrinkBundle] : [shrinkBundle, leaveOutJsonSchema],
    splitting: true,
    entryPoints: { index: join(handlersFolder, `${name}.ts`) },
    outdir: join(folder, name),
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
