import type { SuiteResult } from './run-suites.ts';

const html = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  );

/** One static page in Chinese, with no script and nothing from outside: figures, gates, every case that failed. */
export function renderReport(
  results: (SuiteResult & { regressions: string[] })[],
  made: { at: string; version: string },
): string {
  const sections = results.map((result) => {
    const metrics = Object.entries(result.metrics)
      .map(([name, value]) => `<tr><th scope="row">${html(name)}</th><td>${value}</td></tr>`)
      .join('');
    const faults = [
      ...result.failedGates.map((gate) => `未达门槛：${gate}`),
      ...result.regressions.map((r) => `退步：${r}`),
    ];
    const cases = result.grades
      .map(
        (grade) =>
          `<tr class="${grade.passed ? 'ok' : 'bad'}"><td>${grade.passed ? '✓ 通过' : '✕ 不通过'}</td><td>${html(grade.id)}</td><td>${grade.faults.map(html).join('<br>')}</td></tr>`,
      )
      .join('');
    return `<section><h2>${html(result.title)} <small>${html(result.suite)} · ${result.cases} 例 · ${result.passed && result.regressions.length === 0 ? '✓ 通过' : '✕ 不通过'}</small></h2>
${faults.length ? `<ul class="bad">${faults.map((fault) => `<li>${html(fault)}</li>`).join('')}</ul>` : ''}
<table class="metrics"><tbody>${metrics}</tbody></table>
<details${result.passed ? '' : ' open'}><summary>逐例结果</summary><table><thead><tr><th>结果</th><th>用例</th><th>说明</th></tr></thead><tbody>${cases}</tbody></table></details></section>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>明裁评测报告</title>
<style>body{font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b1f24;background:#fcfcfb;max-width:1040px;margin:32px auto;padding:0 24px}h1{font-size:24px}h2{font-size:18px;border-top:1px solid #d7dade;padding-top:16px}small{color:#555d66;font-weight:400}table{border-collapse:collapse;margin:8px 0;width:100%}table.metrics{width:auto}td,th{border-bottom:1px solid #e4e6e9;padding:4px 12px;text-align:left;vertical-align:top}.metrics td{text-align:right;font-variant-numeric:tabular-nums}.bad td:first-child,ul.bad{color:#b3261e}.ok td:first-child{color:#1b6e3c}summary{cursor:pointer;color:#1f4e8c}</style></head>
<body><h1>明裁评测报告</h1><p>${html(made.at)} · 版本 ${html(made.version)}</p>${sections.join('\n')}</body></html>
`;
}
