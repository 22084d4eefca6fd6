/** Words and target of one drawn element. */
export interface Link {
  title: string;
  href?: string;
}

/**
 * Makes an SVG of the chart library fit for a strict page: style sheets go, style attributes become presentation
 * attributes, and elements that stand for something get a `<title>` and, where there is one, a link.
 * `linkOf` is asked for each drawn datum by its index.
 */
export function plainSvg(svg: string, label: string, linkOf: (index: number) => Link | undefined): string {
  return svg
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/\sclass="[^"]*"/g, '')
    .replace(/\sstyle="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(
      /<(\w+)([^>]*\secmeta_data_index="(\d+)"[^>]*)><\/\1>/g,
      (whole, name: string, rest: string, index: string) => {
        const link = linkOf(Number(index));
        if (!link) return whole;
        const element = `<${name}${rest}><title>${escaped(link.title)}</title></${name}>`;
        return link.href ? `<a href="${escaped(link.href)}">${element}</a>` : element;
      },
    )
    .replace(/\s(?:ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/^<svg /, `<svg role="group" aria-label="${escaped(label)}" `)
    .replace(/\n+/g, '\n')
    .trim();
}

/** `font-size:12px;font-weight:bold;` → ` font-size="12px" font-weight="bold"`; unknown properties are dropped. */
function presentation(style: string): string {
  const known = [
    'font-size',
    'font-family',
    'font-weight',
    'font-style',
    'text-anchor',
    'white-space',
    'opacity',
  ];
  return style
    .split(';')
    .map((one) => one.split(':'))
    .filter(([name]) => known.includes(name?.trim() ?? ''))
    .map(([name, value]) => ` ${name!.trim()}="${(value ?? '').trim()}"`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
