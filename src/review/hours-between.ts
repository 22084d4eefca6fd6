const HOUR = 3_600_000;

/** Hours on the clock from one moment (`YYYY-MM-DDTHH:MM`, Chinese time) to another; negative when `to` is earlier. */
export function hoursBetween(from: string, to: string): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / HOUR;
}
