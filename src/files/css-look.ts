import type { HiddenHow } from './file-text.ts';
import { isFaint } from './pictures/is-faint.ts';

/** How letters look, as far as it decides whether a person sees them. */
export interface CssLook {
  how?: HiddenHow;
  /** Six hex digits each. */
  color: string;
  ground: string;
}

const NAMED: Record<string, string> = {
  white: 'ffffff',
  snow: 'fffafa',
  ivory: 'fffff0',
  ghostwhite: 'f8f8ff',
  whitesmoke: 'f5f5f5',
  floralwhite: 'fffaf0',
  azure: 'f0ffff',
  mintcream: 'f5fffa',
  black: '000000',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  navy: '000080',
  darkblue: '00008b',
  darkred: '8b0000',
};
/** Pixels and points below which nobody reads. */
const TINY = 2;

/** The declarations of a `style`, the last of each name. */
export function declarationsOf(style: string): Map<string, string> {
  return new Map(
    style
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(';')
      .map((one) => {
        const colon = one.indexOf(':');
        const value = one.slice(colon + 1).replace(/!\s*important/i, '');
        return [one.slice(0, Math.max(colon, 0)).trim().toLowerCase(), value.trim().toLowerCase()] as const;
      })
      .filter(([name]) => name),
  );
}

/** The look of an element with these declarations inside one with that look. */
export function cssLook(outer: CssLook, declarations: Map<string, string>): CssLook {
  const value = (name: string) => declarations.get(name) ?? '';
  const ground = colorIn(value('background-color')) ?? colorIn(value('background')) ?? outer.ground;
  const stated = value('color') || value('-webkit-text-fill-color');
  const color = colorIn(stated) ?? outer.color;
  const how = outer.how ?? howOf(value) ?? (isClear(stated) ? 'hidden' : undefined);
  return { color, ground, ...(how && { how }) };
}

/** Why letters of this look are not seen; undefined when they are. */
export function unseenIn(look: CssLook): HiddenHow | undefined {
  return look.how ?? (isFaint(look.color, look.ground) ? 'white' : undefined);
}

function howOf(value: (name: string) => string): HiddenHow | undefined {
  if (value('display') === 'none' || /^(hidden|collapse)$/.test(value('visibility'))) return 'hidden';
  if (value('mso-hide') === 'all') return 'hidden';
  const opacity = value('opacity');
  if (opacity && share(opacity) < 0.1) return 'hidden';
  if (isSmall(value('font-size'))) return 'tiny';
  const clipped = value('overflow') === 'hidden' || value('clip') || value('clip-path');
  if (clipped && (isSmall(value('height')) || isSmall(value('width')) || isSmall(value('max-height'))))
    return 'hidden';
  if (/^rect\(0|^inset\((50|100)%/.test(value('clip') || value('clip-path'))) return 'hidden';
  if (/scale\(0(\.0\d*)?\)/.test(value('transform'))) return 'tiny';
  const away = ['left', 'top', 'right', 'bottom', 'margin-left', 'margin-top', 'text-indent'];
  return away.some((name) => pixels(value(name)) <= -500) ? 'off-page' : undefined;
}

function isSmall(size: string): boolean {
  const [, number, unit = ''] = size.match(/^(\d*\.?\d+)\s*([a-z%]*)$/) ?? [];
  if (number === undefined) return false;
  const value = Number(number);
  if (value === 0) return true;
  if (unit === '' || unit === 'px' || unit === 'pt') return value < TINY;
  if (unit === 'em' || unit === 'rem') return value < 0.13;
  return unit === '%' && value < 13;
}

function pixels(length: string): number {
  const [, number, unit = 'px'] = length.match(/^(-?\d*\.?\d+)\s*([a-z]*)$/) ?? [];
  const scale = { em: 16, rem: 16, pt: 1.33, cm: 38, mm: 3.8, in: 96, vw: 10, vh: 10 }[unit] ?? 1;
  return number === undefined ? 0 : Number(number) * scale;
}

const share = (value: string) =>
  value.endsWith('%') ? Number.parseFloat(value) / 100 : Number.parseFloat(value);

const isClear = (color: string) =>
  color === 'transparent' ||
  (/^(rgba|hsla)?\(?.*[,/]\s*0?\.?0*%?\s*\)$/.test(color) === true && /^(rgba|hsla)/.test(color));

/** Six hex digits of a colour; undefined for none or one that is not understood. */
function colorIn(value: string): string | undefined {
  const hex = value.match(/#([0-9a-f]{6}|[0-9a-f]{3})\b/)?.[1];
  if (hex) return hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('');
  const parts = value
    .match(/rgba?\(([^)]*)\)/)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts && parts.length >= 3) {
    return parts
      .slice(0, 3)
      .map((part) => (part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number.parseFloat(part)))
      .map((channel) =>
        Math.max(0, Math.min(255, Math.round(channel || 0)))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('');
  }
  const lightness = value.match(/hsla?\([^,\s]+[,\s]+[^,\s]+[,\s]+([\d.]+)%/)?.[1];
  if (lightness && Number(lightness) >= 95) return 'ffffff';
  return value
    .split(/\s+/)
    .map((word) => NAMED[word])
    .find(Boolean);
}
