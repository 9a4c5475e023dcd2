/** OAuth2 client credentials as flags. */
export interface OAuth2Options {
  oauth2TokenUrl?: string;
  oauth2ClientId?: string;
  oauth2ClientSecret?: string;
  oauth2Scope?: string;
}

/** By the option that commander makes of each. */
export const oauth2Flags = {
  oauth2TokenUrl: '--oauth2-token-url',
  oauth2ClientId: '--oauth2-client-id',
  oauth2ClientSecret: '--oauth2-client-secret',
  oauth2Scope: '--oauth2-scope',
} as const satisfies Record<keyof OAuth2Options, string>;
