/** Bounds of what an endpoint may do, so that none can drown or hold up a run. */
export const httpLimits = {
  /** Of an answer as it comes, and again as it is unpacked. */
  answerBytes: 4_000_000,
  /** From an answer's headers to its end. */
  bodyMs: 60_000,
  headerBytes: 16_384,
  /** Lists and objects within one another. */
  depth: 64,
  redirects: 3,
  /** Of a case's files that go along in one request, before Base64. */
  fileBytes: 20_000_000,
  /** Between two polls, at least. */
  pollMs: 100,
  /** Between two polls, where the endpoint does not say. */
  usualPollMs: 1000,
  /** For one OAuth2 token. */
  tokenMs: 30_000,
} as const;

export type HttpLimits = { readonly [Name in keyof typeof httpLimits]: number };
