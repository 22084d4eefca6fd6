import { describe, expect, it } from 'vitest';
import { oneInterviewee } from '../../src/review/criteria/evidence/one-interviewee.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const answer = (text: string) =>
  screenCase(caseFor({ texts: { p4: `询问笔录\n询问时间：2025年3月10日14时0分至15时30分\n${text}` } }), {
    profile: TEST_PROFILE,
    book: TEST_BOOK,
    today: '2025-07-01',
    rules: [oneInterviewee],
  })[0]?.answer;

describe('一份笔录问了几个人', () => {
  it.each([
    '被询问人：唐示琴，女，法定代表人\n被询问人：陶示满，女，店长\n答：是的。',
    '被询问人：唐示琴\n答：是的。\n被询问人（签名）：唐示琴、陶示满',
    '被询问人：唐示琴\n唐示琴答：货是我进的。\n陶示满答：是我卖的。',
    '被询问人：唐示琴\n问：谁进的货？\n答（唐示琴）：我进的。\n答（陶示满）：我卖的。',
    '被询问人：唐示琴\n唐示琴与店长陶示满一并接受询问。',
    '被询问人：唐示琴\n夫妻二人在同一询问室一起回答，合用一份笔录。',
  ])('不符合：%s', (text) => expect(answer(text)).toBe('not-met'));

  it.each([
    '被询问人：唐示琴，女\n我们两人共同对你进行询问，这是证件。\n被询问人（签名）：唐示琴',
    '被询问人：李示明（15周岁）\n监护人：李示强一起接受询问的告知。\n被询问人（签名）：李示明、李示强（监护人）',
    '被询问人：唐示琴\n问：店长在吗？\n答：在，应当分别询问。\n被询问人：以上属实',
    '被询问人：唐示琴\n第2页\n被询问人：唐示琴女\n被询问人（签名）：唐示琴、以上看过无误',
    '被询问人：唐示琴\n唐示琴答：当时我们一起进的货。\n被询问人（签字）：唐示琴 2025年3月10日',
  ])('没有不符合：%s', (text) => expect(answer(text)).toBe('met'));
});
