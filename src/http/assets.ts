import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { AppError } from '../errors.ts';
import type { AppEnv } from './app-options.ts';

const FOLDER = new URL('./assets/', import.meta.url);
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const assets = new Map(
  readdirSync(FOLDER).map((name) => {
    const bytes = readFileSync(new URL(name, FOLDER));
    return [name, { bytes, type: TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream' }];
  }),
);

/** One hash over all, since modules name one another by relative addresses. */
const hash = [...assets.entries()]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .reduce((sum, [name, { bytes }]) => sum.update(name).update(bytes), createHash('sha256'))
  .digest('hex')
  .slice(0, 16);

/** The address of an asset, with the hash of the contents, so that browsers may keep it for ever. */
export function assetPath(name: string): string {
  if (!assets.has(name)) throw new Error(`no asset ${name}`);
  return `/assets/${hash}/${name}`;
}

export function serveAssets(app: Hono<AppEnv>): void {
  app.get('/assets/:hash/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) throw new AppError('not-found', '没有这个文件。');
    return c.body(new Uint8Array(asset.bytes), 200, {
      'Content-Type': asset.type,
      // An outdated hash still gets the present file, but must not be kept under the wrong name.
      'Cache-Control': hash === c.req.param('hash') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}
