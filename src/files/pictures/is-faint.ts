/** Below this contrast letters are not read on paper; WCAG asks 4.5 of them, light grey on white has 1.5. */
const SEEN = 1.25;

/** Whether letters of a colour do not show before a ground. Both as six hex digits. */
export function isFaint(color: string, ground: string): boolean {
  const [light, dark] = [luminance(color), luminance(ground)].sort((one, other) => other - one) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05) < SEEN && isNear(color, ground);
}

/** Two colours of like brightness may still differ to the eye: red letters on green. */
function isNear(color: string, ground: string): boolean {
  const [ours, theirs] = [channels(color), channels(ground)];
  return ours.every((value, at) => Math.abs(value - theirs[at]!) < 64);
}

const channels = (color: string) => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
