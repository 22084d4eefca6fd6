import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { imagesAsPdf } from './images-as-pdf.ts';
import { paperAsHtml } from './paper-as-html.ts';
import type { Block } from './paper-blocks.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PAGE = { width: 794, height: 1123 };
/** 2 pixels for each CSS pixel are 192 dots per inch. */
const SCALE = 2;
const SHEET = `
body { width: ${PAGE.width}px; background: #fff }
.sheet { position: relative; width: ${PAGE.width}px; height: ${PAGE.height}px; overflow: hidden; background: #f7f6f1 }
.sheet > div { padding: 84px 88px 60px 96px; transform-origin: 40% 30%; filter: blur(0.25px) }
.sheet::after { content: ''; position: absolute; inset: 0; opacity: 0.05;
  background: url("data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='240' height='240'><filter id='n'><feTurbulence type='fractalNoise' baseFrequency='0.9' numOctaves='2'/></filter><rect width='240' height='240' filter='url(%23n)'/></svg>") }
`;

/** Whether pages can be printed here at all. */
export const canPrint = () => existsSync(CHROMIUM);

export const openPrinter = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

/** A PDF with a text layer, as a text processor exports it. */
export async function printPaper(browser: Browser, blocks: Block[]): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(paperAsHtml(blocks));
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await page.close();
  return bytes;
}

/** Pictures of the pages, laid on the glass a little askew, as a PDF without text. */
export async function scanPaper(browser: Browser, blocks: Block[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: PAGE, deviceScaleFactor: SCALE });
  // Each row is a table of its own so that a table may break over two sheets.
  const loose = blocks.flatMap((block): Block[] =>
    block.kind === 'table' ? block.rows.map((row) => ({ kind: 'table', rows: [row] })) : [block],
  );
  await page.setContent(paperAsHtml(loose, `${SHEET} table { table-layout: fixed; margin: 0 0 -1px }`));
  await layOut(page);
  const images: Buffer[] = [];
  for (const sheet of await page.locator('.sheet').all())
    images.push(await sheet.screenshot({ type: 'jpeg', quality: 70 }));
  await page.close();
  return imagesAsPdf(images, { width: PAGE.width * SCALE, height: PAGE.height * SCALE });
}

/** Parts the paragraphs and rows of the page among sheets of A4, each turned by up to half a degree. */
async function layOut(page: Page): Promise<void> {
  await page.evaluate(`{
    const blocks = [...document.body.children];
    const bottom = ${PAGE.height} - 60;
    let inner;
    let number = 0;
    const open = () => {
      const sheet = document.createElement('div');
      sheet.className = 'sheet';
      inner = document.createElement('div');
      inner.style.transform = 'rotate(' + [0.35, -0.25, 0.15, -0.45][number++ % 4] + 'deg)';
      sheet.append(inner);
      document.body.append(sheet);
    };
    open();
    for (const block of blocks) {
      if (block.tagName === 'HR') { block.remove(); open(); continue; }
      inner.append(block);
      if (inner.offsetHeight > bottom && inner.children.length > 1) { open(); inner.append(block); }
    }
  }`);
}
