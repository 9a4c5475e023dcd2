/**
 * Text that promptfoo's template engine renders back to itself. It renders what a prompt function returns, with the
 * environment at hand: a case that says `{{ env.OPENAI_API_KEY }}` would be sent the key.
 */
export function escapeTemplates(text: string, environment: NodeJS.ProcessEnv = process.env): string {
  if (isOn(environment.PROMPTFOO_DISABLE_TEMPLATING)) return text;
  return text.replace(/\{[{%#]|#\}/gu, (mark) => `{{ "${mark}" }}`);
}

/** As promptfoo reads its switches. */
function isOn(value: string | undefined): boolean {
  return ['1', 'true', 'yes', 'yup', 'yeppers'].includes(value?.toLowerCase() ?? '');
}
