import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

/** Also with spaces or a line break around the @, as OCR leaves it. */
const pattern =
  /(?<![\p{L}\p{N}._%+-])(?<value>[\p{L}\p{N}._%+-]{1,64}\s{0,2}(?:@|\(at\)|\[at\]|\(a\))\s{0,2}(?<domain>[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,12}))(?![\p{L}\p{N}])/dgiu;
const fileEnding = /\.(?:pdf|dwg|png|jpe?g|docx?|xlsx?|txt|zip|svg|ifc|tiff?)$/iu;
/** Nobody's, for good. @source RFC 2606, RFC 6761 */
const reserved = /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|org|net))$/iu;

export const email: Detector = (text) =>
  matchSpans(text, pattern, 'email', ({ groups }) => {
    const domain = groups!.domain!;
    return fileEnding.test(domain) || reserved.test(domain) ? null : 0.98;
  });
