/** What an action writes to standard output, kept from the terminal. Not for actions that run at once. */
export async function captureStdout(action: () => Promise<void>): Promise<string> {
  const { write } = process.stdout;
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += chunk;
    return true;
  };
  try {
    await action();
  } finally {
    process.stdout.write = write;
  }
  return text;
}
