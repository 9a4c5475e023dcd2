import { excerpt } from '../errors.ts';
import { bad, good, type ReadResult } from './read-result.ts';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const expected = 'a file name in the folder of files, like bilag/plan.pdf';

/**
 * A file's path as somebody wrote it in a cell or a mapping, made safe: relative, `/` between its parts, none that
 * leads out of the folder or means a device on Windows.
 */
export function checkPath(text: string): ReadResult<string> {
  const shown = `"${excerpt(text.replace(/\p{Cc}/gu, '\uFFFD'))}"`;
  if (/\p{Cc}/u.test(text)) return bad(`${shown} with a control character`, expected);
  const path = text.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/u.test(path))
    return bad(`${shown}, a place on a machine`, expected);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return bad(`${shown}, which leads out of its folder`, expected);
  if (parts.length === 0) return bad(shown, expected);
  const odd = parts.find((part) => reserved.test(part) || /[<>:"|?*]|[. ]$/u.test(part));
  if (odd !== undefined) return bad(`${shown}, a name that Windows does not allow`, expected);
  if (parts.some((part) => Buffer.byteLength(part) > 255) || parts.length > 8)
    return bad(`${shown}, a path that is too long`, expected);
  return good(parts.join('/'));
}
