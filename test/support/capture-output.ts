/** What an action prints to standard output and error, instead of printing it. One action at a time. */
export async function captureOutput(
  action: () => Promise<unknown>,
): Promise<{ stdout: string; stderr: string; error: unknown }> {
  const printed = { stdout: '', stderr: '', error: undefined as unknown };
  const { stdout, stderr } = process;
  const before = [stdout.write, stderr.write] as const;
  const takeInto = (name: 'stdout' | 'stderr') => (text: string | Uint8Array) => {
    printed[name] += String(text);
    return true;
  };
  stdout.write = takeInto('stdout');
  stderr.write = takeInto('stderr');
  try {
    await action();
  } catch (error) {
    printed.error = error;
  } finally {
    [stdout.write, stderr.write] = before;
  }
  return printed;
}
