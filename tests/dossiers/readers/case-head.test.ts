import { describe, expect, it } from 'vitest';
import { caseHead } from '../../../src/dossiers/readers/case-head.ts';
import { papersStates } from '../../../src/dossiers/readers/papers-states.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const decision = paperOf(
  'decision',
  '示例市青溪县市场监督管理局\n行政处罚决定书\n青市监罚字〔2024〕第87号\n当事人：示例市示味餐饮管理有限公司\n统一社会信用代码：91990105MAE0B7U4EW\n住所：示例市青溪县迎宾路66号\n2024年9月4日，本局接到举报。\n决定对当事人处以罚款55000元。\n当事人应当自收到本决定书之日起十五日内缴纳。\n　　　　示例市青溪县市场监督管理局\n　　　　二〇二四年十一月一日',
  'p9',
);

describe('案号、案由和机关', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      '编号一栏',
      '立案审批表\n编号：青市监食立字〔2024〕第87号\n案    由\t涉嫌经营超过保质期的食品\t案件来源\t投诉',
      { number: '青市监食立字〔2024〕第87号', cause: '经营超过保质期的食品' },
    ],
    [
      '年份在前的案卷号，案由后有说明',
      '立案登记表\n（2024）榆示草案字第19号\n案由：滥伐林木（立案时为涉嫌盗伐林木，经查按滥伐林木认定）。',
      { number: '（2024）榆示草案字第19号', cause: '滥伐林木' },
    ],
    [
      '题目下的文号',
      '立案审批表\n溪人社监立〔2024〕55号\n案由：涉嫌克扣劳动者工资案',
      { number: '溪人社监立〔2024〕55号', cause: '克扣劳动者工资' },
    ],
    [
      '空格隔开，方括号',
      '环境违法行为立案审批表\n立案编号 示环立[2024]11号\n案由 示例市示味餐饮管理有限公司涉嫌超标排放污染物一案',
      { number: '示环立[2024]11号', cause: '超标排放污染物' },
    ],
  ])('%s', (_, text, expected) => {
    expect(factsOf(caseHead, paperOf('filing-approval', text), decision)).toEqual(expected);
  });

  it('决定书落款的机关', () => {
    expect(factsOf(caseHead, decision)).toEqual({
      'agency.name': '示例市青溪县市场监督管理局',
      'agency.region': '示例市青溪县',
      'agency.level': 'county',
      'agency.kind': 'administrative',
      'agency.system': 'local',
    });
  });

  it('营业执照的登记机关、检验机构不是办案机关', () => {
    expect(
      factsOf(caseHead, paperOf('identity-proof', '营业执照\n登记机关　示例市市场监督管理局\n2020年6月18日')),
    ).toEqual({});
    expect(factsOf(caseHead, paperOf('expert-opinion', '示例省检验院\n报告编号：SZJ-2025-J-0388'))).toEqual(
      {},
    );
  });
});

describe('每份材料载明的内容', () => {
  it('决定书', () => {
    expect(factsOf(papersStates, decision)).toEqual({
      'papers[p9].number': '青市监罚字〔2024〕第87号',
      'papers[p9].date': '2024-11-01',
      'papers[p9].organName': '示例市青溪县市场监督管理局',
      'papers[p9].states.party': '示例市示味餐饮管理有限公司',
      'papers[p9].states.idNumber': '91990105MAE0B7U4EW',
      'papers[p9].states.address': '示例市青溪县迎宾路66号',
      'papers[p9].states.fine': 55000,
    });
  });

  it('集体讨论笔录的案由里写错一字的名称', () => {
    const minutes = paperOf(
      'discussion-minutes',
      '集体讨论笔录\n案由：示例市示昧餐饮管理有限公司经营超过保质期的食品案\n主持人：盛示明',
      'p8',
    );
    expect(factsOf(papersStates, minutes, decision)).toEqual({
      'papers[p8].states.party': '示例市示昧餐饮管理有限公司',
      'papers[p8].states.cause': '经营超过保质期的食品',
    });
  });
});
