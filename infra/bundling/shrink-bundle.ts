import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';
import { packLists } from './pack-lists.ts';

/** The part of the SDK's HTTP that all clients take but Bedrock's, which speaks HTTP/2 and takes the whole. */
const httpHandler = resolve(import.meta.dirname, '../../functions/bundles/http-handler.mjs');

/** Makes bundles smaller without changing what they do: what is loaded is less to read when a function starts. */
export const shrinkBundle: Plugin = {
  name: 'shrink-bundle',
  setup(build) {
    packLists(build);
    build.onResolve({ filter: neverAsked }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: sayLeftOut(path), external: true } : undefined,
    );
    build.onResolve({ filter: /^@smithy\/node-http-handler$/ }, ({ importer }) =>
      importer.includes('/client-bedrock-runtime/') ? undefined : { path: httpHandler, sideEffects: false },
    );
    build.onLoad({ filter: leftOut }, ({ path }) => leaveOut(path, path.endsWith('.mjs')));
    build.onLoad({ filter: /\/@stdlib\/[^/]+\/lib\/[^/]+\.js$/ }, ({ path }) => ({
      loader: 'js',
      contents: toModule(readFileSync(path, 'utf8')),
    }));
    build.onLoad(
      { filter: /\/@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/ },
      ({ path }) => ({
        loader: 'js',
        contents: nameKeys(readFileSync(path, 'utf8')),
      }),
    );
  },
};

/** Leaves out of zod how a schema is told in JSON Schema: only the API tells anybody its own. */
export const leaveOutJsonSchema: Plugin = {
  name: 'leave-out-json-schema',
  setup(build) {
    build.onLoad({ filter: /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/ }, ({ path }) =>
      leaveOut(path, true),
    );
  },
};

/** What the SDK would ask for with import(), and never does: event streams, and what a browser calls itself. */
const neverAsked = /^(?:@smithy\/core\/event-streams|bowser)$/;

/** The address of a module that says so: a file of its own would be one more to deploy, and to load with what it shares. */
const sayLeftOut = (path: string) =>
  `data:text/javascript,throw new Error('This bundle has left out ${path}')`;

/** What of packages we come to use never. Called all the same, it says so. */
const leftOut = new RegExp(
  `/(?:${[
    // Of workbooks: charts, pictures, pivot tables, passwords.
    'hucre/dist/xlsx/(?:chart-writer|pivot-writer|drawing-writer|crypto/agile|crypto/cfb)\\.mjs',
    // Of the client of vendors' endpoints: HTTP/2, which it offers to no server, and forms, which it sends to none; they bring all
    // of `fetch` along.
    'undici/lib/(?:dispatcher/client-h2|web/fetch/body)\\.js',
    // Of the quantiles of t: how a beta distribution is inverted that is none of t.
    '@stdlib/math-base-special-kernel-betaincinv/lib/temme[123]\\.js',
  ].join('|')})$`,
);

/** @param isModule it exports by name */
function leaveOut(path: string, isModule: boolean): OnLoadResult {
  const missing = `const missing = () => { throw new Error('This bundle has left out ${basename(path)}'); };`;
  if (!isModule)
    return {
      loader: 'js',
      contents: `${missing} module.exports = new Proxy(missing, { get: () => missing });`,
    };
  const names = [
    ...readFileSync(path, 'utf8').matchAll(/^export (?:async function|function|const) (\w+)/gmu),
  ].map(([, name]) => `missing as ${name}`);
  return { loader: 'js', contents: `${missing} export { ${names.join(', ')} };` };
}

/**
 * The AWS SDK's schemas with their keys written out: `{ "http": … }` for `{ [_h]: … }`. Of a key that is worked out esbuild
 * cannot know that nothing happens there, and keeps the schemas of all operations of a service, used or not.
 */
export function nameKeys(source: string): string {
  const texts = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gmu)].map(([, name, text]) => [name, text]),
  );
  return source.replace(/\[(_\w+)\]:/gu, (key, name: string) =>
    texts.has(name) ? `${texts.get(name)}:` : key,
  );
}

/**
 * A file of the numerical library, which is CommonJS, as a module: of modules esbuild keeps what is used, without a wrapper around each.
 * All its files are of one form: they require at their beginning and export at their end.
 * @throws {Error} where one is not
 */
export function toModule(source: string): string {
  const module = source
    // They show how they are required.
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(
      /^var (\w+) = require\( ('[^']+') \)(\.\w+)?;/gmu,
      (_, name: string, from: string, member?: string) =>
        member === undefined
          ? `import ${name} from ${from};`
          : `import ${name}$ from ${from}; var ${name} = ${name}$${member};`,
    )
    .replace(/^module\.exports = ([^;]+);/mu, 'export default $1;');
  if (/^export default /mu.test(module) && !/\brequire\(|\bexports\b/u.test(module)) return module;
  throw new Error('Cannot bundle a file of @stdlib: it is no simple CommonJS');
}
