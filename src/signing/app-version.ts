import { readFileSync } from 'node:fs';
import * as z from 'zod';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The version of this program, as package.json states it; it stands in every signed package. */
export const APP_VERSION = z.object({ version: z.string() }).parse(manifest).version;
