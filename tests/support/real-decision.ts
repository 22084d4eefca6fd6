import { existsSync, readFileSync } from 'node:fs';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { readCaseFile } from '../../src/cases/read-case-file.ts';

const FILE = new URL('../../../shared/data/cases/penalty_samples.jsonl', import.meta.url);

/** Printed where the published decision is not at hand and its tests are skipped. */
export const REAL_DECISION_ABSENT = existsSync(FILE) ? undefined : '没有公开处罚决定的测试材料，跳过';

interface Published {
  id: string;
  type: string;
  doc_no: string;
  authority: string;
  date: string;
  party: string;
  facts: string;
  evidence: string;
  defence: string;
  discretion: string;
  penalty: string;
  amount_yuan: number;
}

/**
 * A published decision of 2018 entered as a handler would enter it: only what its text says. What the text does
 * not say (certificates, dates of the steps, service …) is left out, so that it must come back as unclear.
 */
export function realDecision(): CaseFile {
  const record = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Published)
    .find((entry) => entry.type === 'decision_full')!;
  const turnover = /经营额为([\d.]+)元/.exec(record.facts)![1]!;
  const pieces = record.evidence.replace(/。$/, '').split('；');
  const law = '中华人民共和国烟草专卖法实施条例';
  return readCaseFile({
    id: record.id,
    number: record.doc_no,
    title: `${record.party}无烟草专卖零售许可证经营烟草制品零售业务案`,
    cause: '无烟草专卖零售许可证经营烟草制品零售业务',
    field: 'market',
    action: 'penalty',
    procedure: 'ordinary',
    agency: {
      name: record.authority,
      kind: 'administrative',
      level: 'county',
      region: '天津市西青区',
      system: 'local',
    },
    party: { kind: 'individual-business', name: record.party },
    violation: {
      name: '无烟草专卖零售许可证经营烟草制品零售业务',
      facts: record.facts,
      place: '天津市西青区',
      region: '天津市西青区',
      amounts: {
        turnover: { yuan: Number(turnover), evidence: ['e7'] },
        gains: { yuan: 0 },
      },
    },
    provisions: {
      breached: [{ law, article: '6' }],
      punishing: [{ law, article: '57' }],
    },
    evidence: pieces.map((name, index) => ({
      id: `e${index + 1}`,
      name,
      paper: 'p1',
      ...(name.includes('2018年4月25日') ? { obtainedOn: '2018-04-25' } : {}),
    })),
    circumstances: { noGrounds: true },
    defence: { submitted: false },
    hearing: { requested: false },
    correctionOrder: { needed: true, inDecision: true, issuedOn: record.date },
    decision: {
      date: record.date,
      number: record.doc_no,
      organName: record.authority,
      result: 'penalty',
      penalties: [{ type: 'fine', amount: record.amount_yuan, text: record.penalty }],
      grade: 'ordinary',
      discretionReasons: record.discretion,
      partyNamed: true,
      factsStated: true,
      evidenceListed: true,
      basisStated: true,
      paper: 'p1',
    },
    papers: [
      {
        id: 'p1',
        // What was published: names and addresses were left out, so it is not the whole decision.
        kind: 'other',
        title: '行政处罚决定公开信息',
        number: record.doc_no,
        date: record.date,
        organName: record.authority,
        text: [
          record.doc_no,
          record.facts,
          record.evidence,
          record.defence,
          record.discretion,
          record.penalty,
          record.authority,
          record.date,
        ].join('\n'),
      },
    ],
    sources: [
      { path: 'violation.amounts.turnover.yuan', paper: 'p1', quote: `经营额为${turnover}元` },
      { path: 'violation.amounts.gains.yuan', paper: 'p1', quote: '没有违法所得' },
      { path: 'violation.facts', paper: 'p1', quote: record.facts },
      { path: 'defence.submitted', paper: 'p1', quote: '未提出陈述申辩意见' },
      { path: 'hearing.requested', paper: 'p1', quote: '未要求举行听证' },
      { path: 'decision.penalties', paper: 'p1', quote: record.penalty },
      { path: 'decision.discretionReasons', paper: 'p1', quote: record.discretion },
      { path: 'circumstances.noGrounds', paper: 'p1', quote: '没有从轻、减轻、从重处罚的情形' },
    ],
  });
}

/** What a handler types into the gaps; invented, since the published text leaves these out. */
export function filledByPerson(text: string): string {
  return text
    .replace(/【待补：[^】]*日期】/g, '2018年5月3日')
    .replace(/证明【待补：“[^”]*”的证明内容】/g, '证明案件事实')
    .replace(/【待补：收缴[^】]*】/g, '示例银行（示例路1号）')
    .replace(/【待补：[^】]*法院】/g, '示例人民法院')
    .replace(/【待补：[^】]*政府名称】/g, '示例区人民政府')
    .replace(/【待补：[^】]*主管部门名称】/g, '示例市市场监督管理委员会')
    .replace(/【[^】]*】/g, '示例路1号');
}
