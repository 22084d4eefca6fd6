import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDoctor } from '../src/doctor.ts';
import { openTestApp, type TestApp } from './http/open-test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

const checksOf = async (jurisdiction: string) => {
  const { checks } = await runDoctor({ ...test.options.config, jurisdiction }, test.options.database);
  return new Map(checks.map((check) => [check.name, check]));
};

it('tells what the jurisdiction asks of the agency: reviewers and the figures of the year', async () => {
  const demo = await checksOf('demo');
  expect(demo.get('法制审核人员')).toMatchObject({
    state: 'ok',
    detail: expect.stringContaining('现有法制审核人员 1 人'),
  });
  expect(demo.get('年度执法统计')?.detail).toContain('1月31日前公布');
  // One plan names the day itself, and no share of reviewers.
  const audit = await checksOf('seed-lingchuan-audit');
  expect(audit.get('年度执法统计')?.detail).toContain('1月20日公布');
  expect(audit.get('法制审核人员')?.detail).toContain('没有规定');
});

it('says that reviewers are too few where the plan asks for more', async () => {
  await test.db
    .updateTable('people')
    .set({ disabled_at: new Date() })
    .where('role', '=', 'reviewer')
    .execute();
  expect((await checksOf('seed-weixi-agriculture')).get('法制审核人员')).toMatchObject({ state: 'absent' });
});

it('names a jurisdiction that is not there', async () => {
  expect((await checksOf('nowhere')).get('地区方案')).toMatchObject({ state: 'broken' });
});
