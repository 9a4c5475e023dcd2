import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { OnLoadResult, PluginBuild } from 'esbuild';

/** Smaller lists are not worth unpacking. In letters. */
const smallestPacked = 20_000;

interface PackedList {
  text: string;
  /** Expression in JavaScript that makes the list of `text` again. */
  unpack: string;
}

/** Packed already, by their files: of several bundles, one after another, many hold the same list. */
const packed = new Map<string, Uint8Array>();

/** Puts long lists beside a bundle, each packed in a file of its own, which is read where the list is first imported. */
export function packLists(build: PluginBuild): void {
  build.onLoad({ filter: /\.json$/ }, ({ path }) => packJson(path));
  build.onLoad({ filter: /\/gpt-tokenizer\/esm\/bpeRanks\/\w+\.js$/ }, async ({ path }) => {
    const { default: ranks } = await import(pathToFileURL(path).href);
    return pack(path, packTokens(ranks));
  });
  build.onResolve({ filter: /^packed$/, namespace: 'file' }, ({ importer }) => ({
    path: `${importer}.br`,
    namespace: 'packed',
  }));
  build.onLoad({ filter: /\.br$/, namespace: 'packed' }, ({ path }) => ({
    contents: packed.get(path)!,
    loader: 'file',
  }));
}

/** A JSON file of ours. Of itself a client of the AWS SDK tells its version and no more. */
function packJson(path: string): OnLoadResult | undefined {
  const text = readFileSync(path, 'utf8');
  if (/\/@aws-sdk\/[^/]+\/package\.json$/u.test(path))
    return { loader: 'json', contents: JSON.stringify({ version: JSON.parse(text).version }) };
  if (path.includes('node_modules') || text.length < smallestPacked) return undefined;
  return pack(path, { text: JSON.stringify(JSON.parse(text)), unpack: 'JSON.parse(text)' });
}

/**
 * The tokens of an encoding in the order of their ranks, a line each; those that are no text, or hold a line's end, are left empty and come
 * first, as JSON. Half of what JSON takes of its own is saved so.
 */
export function packTokens(ranks: readonly (string | number[])[]): PackedList {
  const isLine = (token: string | number[]) => typeof token === 'string' && !token.includes('\n');
  const others = JSON.stringify(ranks.filter((token) => !isLine(token)));
  const lines = ranks.map((token) => (isLine(token) ? token : ''));
  return { text: [others, ...lines].join('\n'), unpack: unpackTokens };
}

const unpackTokens =
  "(([first, ...lines]) => { const others = JSON.parse(first); let at = 0; return lines.map((line) => line === '' ? others[at++] : line); })(text.split('\\n'))";

function pack(path: string, { text, unpack }: PackedList): OnLoadResult {
  const file = `${path}.br`;
  if (!packed.has(file)) packed.set(file, brotliCompressSync(text));
  const contents = `import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import file from 'packed';
const text = brotliDecompressSync(readFileSync(new URL(file, import.meta.url))).toString();
export default ${unpack};`;
  return { loader: 'js', contents };
}
