import type { BenchmarkItem } from '../../benchmark.ts';

type Factors = BenchmarkItem['factors'];

/** A measure of how much was done; 宽度, 核定载质量 are in the same unit and are none. */
const AMOUNT = /面积|数量|体积|方量|重量|总量|长度|[人件户天次辆]数|[倒挖采运排取用]量|量$|数$/;
/** Units in which nobody measures anything but what was done, unless the words say so. */
const MEASURED = /^(?:平方米|立方米|亩|公顷|吨|千克|株)$/;
/** 受侵害劳动者 in 人: those for each of whom the fine is reckoned. */
const PERSONS = /(?:劳动者|职工|员工|工人|农民工|从业人员|学生|学员|儿童|消费者|游客|旅游者|用户)$/;
const OF_SOMETHING_ELSE = /核定|核准|标准|限量|限载|宽|高|深|距离|能力|规模|超|逾|容积|[伤亡死病]/;

/**
 * The name of the number that a sum for each unit is multiplied with: what the item already asks for as an amount in this unit, else a number
 * of its own, which is then asked for. `several`: amounts between which nothing decides.
 */
export function countedBy(unit: string, factors: Factors): { name: string } | { several: string[] } {
  const own = factors.filter(
    ({ name, label = '', type, unit: other }) =>
      type === 'number' &&
      other === unit &&
      (AMOUNT.test(`${label}、${name}`) || MEASURED.test(unit) || (unit === '人' && PERSONS.test(name))) &&
      !OF_SOMETHING_ELSE.test(`${label}${name}`),
  );
  const [only, more] = own;
  if (more) return { several: own.map(({ name }) => name) };
  if (only) return { name: only.name };
  const name = `${unit}数`;
  if (!factors.some((factor) => factor.name === name))
    factors.push({ name, question: `计罚的共有多少${unit}？`, type: 'number', unit });
  return { name };
}
