// What clients of AWS use to speak HTTP/1.1, which all but Bedrock's do: with HTTP/2 in the same file, all of them would load it.

export { streamCollector } from '@smithy/core/serde';
export { NodeHttpHandler } from '../../node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js';
