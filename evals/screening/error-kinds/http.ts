import { type ErrorKindMeaning, no, retried } from './kind-meaning.ts';

/** An endpoint asked over HTTP. */
export const httpKinds = {
  protocol: { status: 'failed', means: 'what came was no HTTP', again: retried, mend: '', by: ['http'] },
  tls: {
    status: 'failed',
    means: 'no certificate that is trusted for the name',
    again: no,
    mend: 'the certificate; `NODE_EXTRA_CA_CERTS`',
    by: ['http'],
  },
  token: {
    status: 'failed',
    means: 'no OAuth2 token',
    again: "where the token endpoint's error says so",
    mend: 'client id, secret and scope',
    by: ['http'],
  },
  'refused-address': {
    status: 'failed',
    means: 'an address that is not called',
    again: no,
    mend: '`--allow-private`, for private networks and this machine',
    by: ['http', 'promptfoo'],
  },
  redirect: {
    status: 'failed',
    means: 'too many, to nowhere, or elsewhere with a case',
    again: no,
    mend: 'the final address in `url`',
    by: ['http'],
  },
  'no-location': {
    status: 'failed',
    means: '202 without a place to ask',
    again: no,
    mend: 'a `Location`',
    by: ['http'],
  },
  'foreign-location': {
    status: 'failed',
    means: '202 with a place to ask on another origin than that of `url`',
    again: no,
    mend: 'a `Location` on the same origin',
    by: ['http'],
  },
  'too-large': {
    status: 'failed',
    means: 'more than 4 MB, packed or unpacked, or 16 kB of headers',
    again: no,
    mend: '',
    by: ['http'],
  },
  'too-slow': {
    status: 'failed',
    means: 'an answer not whole a minute after its headers',
    again: no,
    mend: '',
    by: ['http'],
  },
  'files-too-large': {
    status: 'failed',
    means: 'more than 20 MB of files for one request',
    again: no,
    mend: '`files: link`',
    by: ['http'],
  },
} as const satisfies Record<string, ErrorKindMeaning>;
