import type { HiddenHow } from '../file-text.ts';
import { childOf, type XmlNode } from '../parse-xml.ts';
import { isFaint } from '../pictures/is-faint.ts';

/** How a run of letters looks, as far as it decides whether a person sees it. Absent: not said. */
export interface Look {
  vanish?: boolean;
  /** Six hex digits, or `auto`. */
  color?: string;
  /** What stands behind the letters: six hex digits; `none` when it is said that there is nothing. */
  behind?: string;
  /** Half points. */
  size?: number;
  /** Per cent of the usual width. */
  width?: number;
  noFill?: boolean;
}

/** 2 points, in the half points of the format: nobody reads smaller letters on paper. */
const TINY = 4;
const NARROW = 10;

const HIGHLIGHTS: Record<string, string> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '00008B',
  darkCyan: '008B8B',
  darkGray: 'A9A9A9',
  darkGreen: '006400',
  darkMagenta: '800080',
  darkRed: '8B0000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'D3D3D3',
  magenta: 'FF00FF',
  red: 'FF0000',
  yellow: 'FFFF00',
};

/** The look that a `w:rPr` states. */
export function lookOf(properties: XmlNode | undefined): Look {
  if (!properties) return {};
  const look: Look = {};
  const vanish = childOf(properties, 'w:vanish');
  if (vanish) look.vanish = !/^(0|false|off)$/.test(vanish.attributes['w:val'] ?? '');
  const color = childOf(properties, 'w:color');
  if (color) look.color = colorOf(color);
  const behind =
    shadeOf(properties) ?? HIGHLIGHTS[childOf(properties, 'w:highlight')?.attributes['w:val'] ?? ''];
  if (behind) look.behind = behind;
  const size = numberOf(childOf(properties, 'w:sz'));
  if (size !== undefined) look.size = size;
  const width = numberOf(childOf(properties, 'w:w'));
  if (width !== undefined) look.width = width;
  const fill = childOf(properties, 'w14:textFill');
  if (fill) look.noFill = childOf(fill, 'w14:noFill') !== undefined;
  return look;
}

/** The colour that a `w:shd` below the node lays behind the text. */
export function shadeOf(properties: XmlNode | undefined): string | undefined {
  const shade = childOf(properties, 'w:shd')?.attributes;
  if (!shade) return undefined;
  const color = shade['w:val'] === 'solid' ? shade['w:color'] : shade['w:fill'];
  return color && /^[0-9a-f]{6}$/i.test(color) ? color : 'none';
}

/** Why a person would not see letters of this look before this ground; undefined when they show. */
export function hiddenHow(look: Look, ground: string | undefined): HiddenHow | undefined {
  if (look.vanish || look.noFill) return 'hidden';
  if (look.size !== undefined && look.size <= TINY) return 'tiny';
  if (look.width !== undefined && look.width <= NARROW) return 'tiny';
  const behind = look.behind && look.behind !== 'none' ? look.behind : (ground ?? 'FFFFFF');
  // The automatic colour turns white on a dark ground by itself.
  return look.color && look.color !== 'auto' && isFaint(look.color, behind) ? 'white' : undefined;
}

function colorOf(color: XmlNode): string {
  const value = color.attributes['w:val'] ?? 'auto';
  if (/^[0-9a-f]{6}$/i.test(value)) return value;
  const theme = color.attributes['w:themeColor'] ?? '';
  const shaded = color.attributes['w:themeShade'] ?? color.attributes['w:themeTint'];
  return /^(background1|light1)$/.test(theme) && !shaded ? 'FFFFFF' : 'auto';
}

export function numberOf(node: XmlNode | undefined): number | undefined {
  const value = Number.parseFloat(node?.attributes['w:val'] ?? '');
  return Number.isFinite(value) ? value : undefined;
}
