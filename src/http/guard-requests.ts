import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { AppEnv } from './app-options.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Response headers that keep pages from running or loading anything that is not ours. */
export function securityHeaders(config: Config): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    if (config.origin?.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000');
    // Case data must not stay in a shared computer's cache.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}

/**
 * Refuses a change that another site's page sends with our cookie. Browsers name the sender in `Sec-Fetch-Site`
 * or `Origin`; a client that sends neither (a command) must send something no plain form can.
 */
export function refuseForeignChanges(config: Config): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !ownChange(c.req.raw, config)) {
      throw new AppError('not-allowed', '这次请求来自其他网站的页面，已拒绝。请在明裁的页面上操作。');
    }
    await next();
  };
}

function ownChange(request: Request, config: Config): boolean {
  const origin = request.headers.get('origin');
  if (origin) {
    if (origin === config.origin) return true;
    return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
  }
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  return (request.headers.get('content-type') ?? '').startsWith('application/json');
}
