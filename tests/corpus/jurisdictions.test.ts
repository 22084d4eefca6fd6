import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadProfiles, type Profile } from '../../src/corpus/profile.ts';
import { reviewersNeeded } from '../../src/corpus/reviewers-needed.ts';
import { statisticsDay, statisticsInTime } from '../../src/corpus/statistics-day.ts';
import { checkProfiles } from '../../src/review/rules/check-profiles.ts';

const profiles = loadProfiles();
const get = (id: string): Profile => {
  const profile = profiles.get(id);
  if (!profile) throw new Error(`没有方案 ${id}`);
  return profile;
};
const xinglongtai = get('seed-xinglongtai');
const lingchuan = get('seed-lingchuan-audit');
const yesheng = get('seed-yesheng');
const huainan = get('seed-huainan');
const weixi = get('seed-weixi-agriculture');
const seeds = [xinglongtai, lingchuan, yesheng, huainan, weixi];

describe('各地方案', () => {
  it('五份方案、全国通行规定和示例方案都在，都通过校验', () => {
    expect([...profiles.keys()].sort()).toEqual([
      'demo',
      'national',
      'seed-huainan',
      'seed-lingchuan-audit',
      'seed-weixi-agriculture',
      'seed-xinglongtai',
      'seed-yesheng',
    ]);
    const files = readdirSync(new URL('../../corpus/jurisdictions/', import.meta.url));
    expect(files.filter((name) => name.endsWith('.yaml')).length).toBe(profiles.size);
    expect(() => checkProfiles(profiles.values())).not.toThrow();
  });

  it('每个值都写明来自哪份文件的哪一项', () => {
    const short: Record<string, string> = {
      'seed-xinglongtai': '兴隆台区实施方案',
      'seed-lingchuan-audit': '陵审〔2019〕23号',
      'seed-yesheng': '叶政发〔2021〕80号',
      'seed-huainan': '淮府办秘〔2019〕50号',
      'seed-weixi-agriculture': '维农发〔2019〕161号',
    };
    for (const profile of seeds) {
      const { ruleFineCaps, ...own } = profile;
      const sources = sourcesIn(own);
      expect(sources.length, profile.id).toBeGreaterThan(5);
      expect(
        sources.filter((source) => !source.startsWith(short[profile.id]!)),
        profile.id,
      ).toEqual([]);
      // What is the same in the whole country keeps the source of the national default.
      expect(sourcesIn(ruleFineCaps).every((source) => source.startsWith('国发〔2021〕26号'))).toBe(true);
    }
  });

  it('方案没有规定的，值为空，不用缺省值代替', () => {
    for (const profile of seeds) {
      expect(profile.hearingThresholds, profile.id).toEqual([]);
      expect(profile.agencies, profile.id).toEqual([]);
      expect(profile.papers, profile.id).toBeUndefined();
      expect(profile.handling, profile.id).toBeUndefined();
      expect(profile.filing, profile.id).toBeUndefined();
      expect(profile.review?.workingDays, profile.id).toBeUndefined();
      expect(profile.review?.order, profile.id).toBeUndefined();
      expect(profile.majorCatalogue?.entered, profile.id).toBe(false);
    }
    for (const silent of [lingchuan, yesheng, weixi]) {
      expect(silent.review, silent.id).toBeUndefined();
      expect(silent.majorDecisions, silent.id).toEqual([]);
      expect(silent.resubmission, silent.id).toBeUndefined();
    }
    expect(weixi.disclosure?.penaltyWorkingDays).toBeUndefined();
    expect(weixi.disclosure?.elsewhere).toBe('云南省行政执法信息公开公示办法');
    expect(weixi.disagreement).toBeUndefined();
    expect(yesheng.firstResponsible).toBeUndefined();
  });

  it('2019、2020 年的期限只在历史里', () => {
    expect(huainan.history.map(({ by }) => by)).toContain('2019年9月20日前');
    expect(xinglongtai.history.map(({ by }) => by)).toContain('2019年11月15日前');
    expect(yesheng.history).toEqual([]);
  });

  it('所引而没有收录的文件、文本的缺漏都记下', () => {
    expect(xinglongtai.document?.cites).toContain('盘政办发【2019】22号');
    expect(huainan.document?.cites).toContain('安徽省重大行政执法决定法制审核规定');
    expect(weixi.document?.gaps.some((gap) => gap.includes('缺第1、2项'))).toBe(true);
  });
});

describe('各地方案的差别', () => {
  it('统计年报：陵川于1月20日，兴隆台、淮南在1月31日前，叶盛、维西没有', () => {
    expect(statisticsDay(lingchuan, 2025)).toMatchObject({ text: '2026年1月20日', wording: 'on' });
    for (const profile of [xinglongtai, huainan]) {
      expect(statisticsDay(profile, 2025)).toMatchObject({ text: '2026年1月31日前', wording: 'before' });
    }
    expect(statisticsDay(yesheng, 2025)).toBeUndefined();
    expect(statisticsDay(weixi, 2025)).toBeUndefined();
    const on = statisticsDay(lingchuan, 2025)!;
    expect(['2026-01-19', '2026-01-20', '2026-01-21'].map((day) => statisticsInTime(on, day))).toEqual([
      false,
      true,
      false,
    ]);
    const before = statisticsDay(huainan, 2025)!;
    expect(
      ['2026-01-20', '2026-01-30', '2026-01-31', '2026-02-01'].map((day) => statisticsInTime(before, day)),
    ).toEqual([true, true, undefined, false]);
    expect(on.reportedTo).toEqual(['县人民政府', '上级主管部门']);
    expect(statisticsDay(xinglongtai, 2025)?.reportedTo).toEqual(['区司法局', '上级主管部门']);
    expect(before.reportedTo).toEqual(['本级人民政府', '上级主管部门']);
  });

  it('公开期限：七个工作日在陵川只及处罚，叶盛没有天数', () => {
    const days = ({ disclosure }: Profile) => [
      disclosure?.penaltyWorkingDays,
      disclosure?.permitWorkingDays,
      disclosure?.otherWorkingDays,
    ];
    expect(days(xinglongtai)).toEqual([7, 7, 20]);
    expect(days(huainan)).toEqual([7, 7, 20]);
    expect(days(lingchuan)).toEqual([7, 20, 20]);
    expect(days(yesheng)).toEqual([undefined, undefined, undefined]);
    expect(yesheng.disclosure).toMatchObject({ promptly: true, ownChannel: ['penalty', 'licence'] });
  });

  it('听证的音像记录：叶盛一律，兴隆台、陵川、淮南根据实际，维西自己没有规定', () => {
    const hearing = ({ recording }: Profile) => [
      recording?.required.includes('hearing'),
      recording?.asNeeded.includes('hearing'),
    ];
    expect(hearing(yesheng)).toEqual([true, false]);
    for (const profile of [xinglongtai, lingchuan, huainan]) expect(hearing(profile)).toEqual([false, true]);
    expect(hearing(weixi)).toEqual([false, false]);
    expect(weixi.recording?.elsewhere).toBe('云南省行政执法全过程记录办法');
    expect(lingchuan.recording?.required).toContain('freezing');
    expect(huainan.recording?.required).not.toContain('freezing');
  });

  it('文字足够就不用音像：兴隆台、淮南可以，叶盛不可以，陵川没有说', () => {
    const enough = seeds.map(({ recording }) => recording?.textEnough);
    expect(enough).toEqual([true, undefined, false, true, undefined]);
  });

  it('二十四小时入库、三十日归档、一个月更新清单，都只有淮南规定', () => {
    for (const profile of seeds) {
      const own = profile === huainan;
      expect(profile.recording?.storageHours, profile.id).toBe(own ? 24 : undefined);
      expect(profile.archiving?.days, profile.id).toBe(own ? 30 : undefined);
      expect(profile.listUpdates?.months, profile.id).toBe(own ? 1 : undefined);
    }
  });

  it('审核人员：一名执法人员的站所，维西至少一人，兴隆台、淮南没有最低人数', () => {
    const needed = (officers: number) => seeds.map((profile) => reviewersNeeded(profile, officers).needed);
    expect(needed(1)).toEqual([undefined, undefined, 1, undefined, 1]);
    expect(needed(19)).toEqual([undefined, undefined, 1, undefined, 1]);
    expect(needed(20)).toEqual([1, undefined, 1, 1, 1]);
    expect(needed(21)).toEqual([2, undefined, 1, 2, 2]);
    expect(reviewersNeeded(xinglongtai, 1).why).toContain('没有规定不足一人时的最低人数');
    expect(reviewersNeeded(lingchuan, 40).why).toContain('没有规定');
    expect(seeds.map(({ reviewers }) => reviewers?.partTime)).toEqual([
      undefined,
      undefined,
      true,
      undefined,
      undefined,
    ]);
  });

  it('审核意见：兴隆台两种，淮南三种，其余没有规定', () => {
    expect(xinglongtai.review?.conclusions).toEqual(['agree', 'problems']);
    expect(huainan.review?.conclusions).toEqual(['agree', 'correct', 'transfer']);
    expect(huainan.review?.reasons).toBe(true);
  });

  it('五种情形里重大权益单独成立，不要求经过听证', () => {
    for (const profile of [xinglongtai, huainan]) {
      expect(profile.majorDecisions.map(({ flag }) => flag)).toEqual([
        'publicInterest',
        'socialRisk',
        'majorRights',
        'hearing',
        'complex',
      ]);
    }
  });

  it('目录因素：叶盛有社会影响而没有层级', () => {
    expect(yesheng.majorCatalogue?.factors).toEqual(['kind', 'field', 'amount', 'social-effect']);
    for (const profile of [lingchuan, huainan, weixi]) {
      expect(profile.majorCatalogue?.factors).toEqual(['kind', 'level', 'field', 'amount']);
    }
  });

  it('审核内容：八项对应八项；叶盛十个要素加其他，事实与证据分开，含滥用职权', () => {
    for (const profile of [xinglongtai, lingchuan, huainan]) {
      expect(profile.criteria.map(({ mapsTo }) => mapsTo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }
    expect([xinglongtai, lingchuan, huainan].map(({ criteriaOpen }) => criteriaOpen)).toEqual([
      true,
      false,
      true,
    ]);
    const maps = yesheng.criteria.map(({ mapsTo }) => mapsTo);
    expect(maps).toEqual([1, 2, 4, 4, 5, 5, 3, 6, 7, 8, undefined]);
    expect(yesheng.criteria[7]).toMatchObject({ label: '未超越职权范围、未滥用职权', rules: ['C6-08'] });
    expect(weixi.criteria).toEqual([]);
  });

  it('服务指南的要素：十五、十四、十三项', () => {
    expect([xinglongtai, lingchuan, yesheng].map(({ serviceGuide }) => serviceGuide?.fields.length)).toEqual([
      15, 14, 13,
    ]);
    const lists = seeds.map((profile) => profile.lists.length);
    expect(lists).toEqual([5, 5, 7, 2, 2]);
  });

  it('协调机制、智能辅助、考试各写各的', () => {
    expect(seeds.map(({ disagreement }) => disagreement?.manner)).toEqual([
      'coordination',
      'coordination-and-decision',
      'coordination-and-solution',
      'coordination',
      undefined,
    ]);
    expect(seeds.map(({ intelligentAid }) => intelligentAid?.speechAndText)).toEqual([
      undefined,
      undefined,
      undefined,
      false,
      true,
    ]);
    expect(seeds.map(({ exam }) => exam?.qualified)).toEqual([
      undefined,
      undefined,
      undefined,
      'simplified-or-exempt',
      'exempt',
    ]);
  });
});

function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string' ? [inner] : sourcesIn(inner),
  );
}
