import { InputError } from '../errors.ts';

/** What the first bytes of a compound file are: .xls, and XLSX with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b];

/**
 * Says what a file is that is named as XLSX and is none.
 * @throws {InputError} an empty file, a password, the old .xls, text or anything else that is no ZIP
 */
export function refuseForeignFile(bytes: Uint8Array, file: string): void {
  if (startsWith(bytes, zip)) return;
  throw new InputError({ file, ...nameOf(bytes), expected: 'an XLSX file' });
}

function nameOf(bytes: Uint8Array): { is: string; mend: string } {
  if (bytes.length === 0) return { is: 'an empty file', mend: 'Save the sheet once more.' };
  if (startsWith(bytes, compound)) {
    return holdsUtf16(bytes, 'EncryptedPackage')
      ? {
          is: 'a file protected by a password',
          mend: 'In Excel: Filer > Oplysninger > Beskyt projektmappe > Krypter med adgangskode; clear the password and save.',
        }
      : {
          is: 'the old format .xls, whatever the file is called',
          mend: 'Open it in Excel and save it as "Excel-projektmappe (.xlsx)".',
        };
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^ï»¿/u, '').trimStart();
  if (/^<(?:!doctype|html|table|\?xml)/iu.test(start)) {
    return { is: 'a web page or XML', mend: 'Open it in Excel and save it as "Excel-projektmappe (.xlsx)".' };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what makes it text
  if (!/[\x00-\x08\x0e-\x1f]/u.test(start)) {
    return { is: 'text, as in a CSV file', mend: 'Name it .csv, or save it in Excel as .xlsx.' };
  }
  return { is: 'something else', mend: 'Open it in Excel and save it as "Excel-projektmappe (.xlsx)".' };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}
