import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Credentials as Lambda gives them: in the environment, for as long as the process runs. Bundles have this in place of
 * `@aws-sdk/credential-provider-node`, which looks in profiles, single sign-on and metadata services too, and is larger than
 * everything else in them.
 */
export const defaultProvider = () => fromEnv();
