import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DrawingFonts } from '../../datasets/synthesis/drawings/drawing-fonts.ts';

/** Arimo, regular and bold, as npm brings it (OFL 1.1). */
export async function readDrawingFonts(): Promise<DrawingFonts> {
  const read = async (name: string) =>
    new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/arimo/${name}`))));
  const [regular, bold] = await Promise.all([
    read('400Regular/Arimo_400Regular.ttf'),
    read('700Bold/Arimo_700Bold.ttf'),
  ]);
  return { regular, bold };
}
