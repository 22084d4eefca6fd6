import { describe, expect, it } from 'vitest';
import { paperStarts } from '../../../src/dossiers/papers/paper-starts.ts';
import { closure } from '../../../src/dossiers/readers/closure.ts';
import { correctionOrder } from '../../../src/dossiers/readers/correction-order.ts';
import { onTheSpotDecision } from '../../../src/dossiers/readers/on-the-spot-decision.ts';
import { review } from '../../../src/dossiers/readers/review.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('写在别处的事项', () => {
  const noted = (text: string) => factsOf(closure, paperOf('proof-of-service', `送达回证\n${text}`));

  it('送达回证上注明的公开', () => {
    expect(noted('备注：处罚决定2025年3月6日已在局网站公开。\n')).toEqual({
      'performance.publishedOn': '2025-03-06',
    });
    expect(noted('公示\t2025年3月6日在信用信息公示系统公示\n')).toEqual({
      'performance.publishedOn': '2025-03-06',
    });
  });

  it('公告送达、将要公开、公开听证不是决定的公开', () => {
    expect(noted('2025年3月6日在本局网站公告送达，公示期三十日。\n')).toEqual({});
    expect(noted('2025年3月6日决定，将在信用平台公示。\n')).toEqual({});
    expect(noted('2025年3月6日在四楼公开举行听证。\n')).toEqual({});
  });

  it('法制审核收件时材料齐全的日期', () => {
    expect(
      factsOf(review, paperOf('review-submission', '法制审核送审表\n接收：案卷齐全。王示明　2025年3月6日\n')),
    ).toMatchObject({ 'review.completeOn': '2025-03-06' });
  });

  it('二十四时前改正', () => {
    expect(
      factsOf(
        correctionOrder,
        paperOf(
          'correction-order',
          '责令改正通知书\n责令你店于2025年3月6日24时前改正。\n示例局\n2025年3月5日\n',
        ),
      ),
    ).toMatchObject({ 'correctionOrder.until': '2025-03-06' });
  });

  it('当事人收下决定书而拒绝签名，已注明', () => {
    const facts = factsOf(
      onTheSpotDecision,
      paperOf(
        'decision',
        '当场行政处罚决定书\n罚款50元。\n签收：当事人接收决定书后拒绝签字，执法人员已注明并录像。\n示例局\n2025年3月6日\n',
        'p1',
        '当场行政处罚决定书',
      ),
    );
    expect(facts).toMatchObject({ 'decision.handedOver': true, 'decision.refusalNoted': true });
  });
});

describe('换页后的审批表和索引', () => {
  const titles = (text: string) => paperStarts({ text, pages: [0] }).map(({ title }) => title?.title);

  it('前一份材料只有签名、后一份没有常见栏目的，换页后各是一份', () => {
    expect(
      titles(
        '集体讨论记录\n主持人：王示　参加人：李示、张示\n讨论结论：罚款三万元。\n王示　李示　张示\n\f\n行政处罚决定审批表\n拟决定\t罚款三万元\n科室\t同意。李示　2025年3月5日\n局长\t同意。王示　2025年3月6日\n',
      ),
    ).toEqual(['集体讨论记录', '行政处罚决定审批表']);
  });

  it('音像记录索引列有别的材料的名称', () => {
    expect(
      titles(
        '结案审批表\n决定书：示罚〔2025〕1号\n机关负责人：同意结案。王示　2025年3月6日\n\f\n音像记录索引\n1 现场检查 2025-01-05 15:18—16:42 记录仪\n2 送达决定书 2025-02-20 15:00—15:09 记录仪\n',
      ),
    ).toEqual(['结案审批表', '音像记录索引']);
  });
});
