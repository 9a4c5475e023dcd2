import { describe, expect, it } from 'vitest';
import { LineChannel } from '../../../evals/steps/line-channel.ts';

async function readAll(channel: LineChannel): Promise<string> {
  let text = '';
  for await (const chunk of channel) text += chunk;
  return text;
}

describe('LineChannel', () => {
  it('hands on every line in order, and makes the loop wait for a slow writer', async () => {
    const channel = new LineChannel();
    let pulled = 0;
    let ahead = 0;
    const line = `${'x'.repeat(9_999)}\n`;
    const written = (async () => {
      let text = '';
      for await (const chunk of channel) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        text += chunk;
        pulled = text.length;
      }
      return text;
    })();
    for (let at = 1; at <= 500; at += 1) {
      await channel.push(line);
      ahead = Math.max(ahead, at * line.length - pulled);
    }
    channel.end();
    expect(await written).toBe(line.repeat(500));
    expect(ahead).toBeLessThan(2_000_000);
  });

  it('fails the writer, not the loop, when the loop fails', async () => {
    const channel = new LineChannel();
    const written = readAll(channel);
    await channel.push('one\n');
    channel.fail(new Error('no more'));
    await expect(written).rejects.toThrow('no more');
  });

  it('lets the loop go on where the writer has stopped', async () => {
    const channel = new LineChannel();
    channel.close();
    for (let at = 0; at < 100; at += 1) await channel.push('x'.repeat(10_000));
    expect(await readAll(channel)).toHaveLength(1_000_000);
  });

  it('tells the loop at the next line what the writer failed with, and keeps nothing', async () => {
    const channel = new LineChannel();
    await channel.push('one\n');
    channel.abandon(new Error('disk full'));
    await expect(channel.push('two\n')).rejects.toThrow('disk full');
    expect(await readAll(channel)).toBe('');
  });
});
