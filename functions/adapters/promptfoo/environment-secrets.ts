/** Names under which promptfoo's providers look for a secret that no config names. */
const secretName = /_(?:KEY|TOKEN|SECRET|PASSWORD)$/iu;
/** Guessed by name alone, so a short one is left: it would be found in texts that have nothing to do with it. */
const shortest = 16;

/** What of the environment may be a secret, by its name. */
export function environmentSecrets(environment: NodeJS.ProcessEnv): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && secretName.test(name) && value.trim().length >= shortest) {
      secrets.set(name, value.trim());
    }
  }
  return secrets;
}
