import { resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';

const beside = (file: string) => resolve(import.meta.dirname, file);

/** A browser and what drives it: too large and too interwoven for a bundle. Nothing but `print` may ask for them. */
export const browserPackages = ['playwright-core', '@sparticuz/chromium'];

/** How a handler is bundled: everything inside, the AWS SDK too, so that what is tested is what runs. */
export const bundleOptions: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  // Danish letters as they are.
  charset: 'utf8',
  // Packages that are CommonJS inside ask for it.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  /** Of these packages a function uses a part; the rest is left out. */
  alias: {
    '@aws-sdk/credential-provider-node': beside('environment-credentials.ts'),
    // A bearer token in a file of single sign-on: a function has none.
    '@aws-sdk/token-providers': beside('token-providers.mjs'),
    '@aws-sdk/endpoint-cache': beside('endpoint-cache.mjs'),
    '@smithy/core/event-streams': beside('event-streams.mjs'),
    '@aws-sdk/eventstream-handler-node': beside('event-streams.mjs'),
    '@aws-sdk/middleware-eventstream': beside('event-streams.mjs'),
    '@aws-sdk/middleware-websocket': beside('event-streams.mjs'),
    // Of a numerical library, for who mends it.
    debug: beside('no-debug.cjs'),
    '@pdf-lib/standard-fonts': beside('pdf-fonts.mjs'),
    '@pdf-lib/upng': beside('png.mjs'),
    undici: beside('undici.mjs'),
    yaml: beside('yaml.mjs'),
    zod: beside('zod.mjs'),
  },
  external: [
    // Asked for only where WebAssembly knows no SIMD, which every processor of Lambda does.
    '*/llhttp/llhttp-wasm.js',
    // Lie beside the function that prints.
    ...browserPackages,
  ],
};
