import type { FieldFault } from '../../../errors.ts';
import type { CalculatorData } from './calculator-data.ts';
import type { CalculatorField } from './calculator-fields.ts';
import { fieldName, GROUND_NAMES, PARTY_KINDS, unknownName } from './calculator-query.ts';
import { itemLink } from './table-words.ts';

const UNKNOWN = '无法查明';

/** The facts of a case, one field each. Answers by its button without script, and while one types with it. */
export function CalculatorForm({ id, data }: { id: string; data: CalculatorData }) {
  const { fields, state } = data;
  const { grounds, noGrounds } = state;
  return (
    <form
      method="get"
      action={`${itemLink(id)}#result`}
      class="card stack-small calculator"
      data-calculator
      aria-label="计算"
      autocomplete="off"
    >
      <h2>计算</h2>
      <p class="hint">空着的视为尚未查明，程序不作推定；查过仍不清楚的，选“无法查明”。</p>
      <div class="calculator-fields">
        <Slot name="on" label="行为日（终了日）" faults={state.faults}>
          <input type="date" name="on" value={state.on} {...inputOf('on', state.faults)} />
        </Slot>
        <Slot name="party" label="当事人" faults={state.faults}>
          <select name="party" {...inputOf('party', state.faults)}>
            {Object.entries(PARTY_KINDS).map(([kind, name]) => (
              <option value={kind} selected={kind === state.party}>
                {name}
              </option>
            ))}
          </select>
        </Slot>
        {state.region !== undefined && (
          <Slot name="region" label="执法机关的地区" hint="从省写起，如 某省某市" faults={state.faults}>
            <input
              type="text"
              name="region"
              value={state.region}
              size={16}
              {...inputOf('region', state.faults)}
            />
          </Slot>
        )}
        {fields.map((field) => (
          <FactField field={field} data={data} />
        ))}
      </div>
      <details open={grounds.size > 0 || noGrounds || state.faults.some(({ path }) => path === 'g')}>
        <summary>已认定的从轻、减轻、从重情形</summary>
        <fieldset class="plain stack-small" {...inputOf('g', state.faults)}>
          <legend class="visually-hidden">已认定的情形</legend>
          {Object.entries({ none: '经查没有', ...GROUND_NAMES }).map(([kind, name]) => (
            <label class="check small">
              <input
                type="checkbox"
                name="g"
                value={kind}
                checked={kind === 'none' ? noGrounds : grounds.has(kind)}
              />
              {name}
            </label>
          ))}
          <FaultSlot name="g" faults={state.faults} />
        </fieldset>
      </details>
      <div class="row">
        <button type="submit" class="primary">
          计算
        </button>
        <a class="button" href={itemLink(id)}>
          清空
        </a>
      </div>
    </form>
  );
}

function FactField({ field, data: { state } }: { field: CalculatorField; data: CalculatorData }) {
  const name = fieldName(field);
  const value = state.typed.get(name) ?? '';
  const attributes = inputOf(name, state.faults);
  if (field.type === 'amount' || field.type === 'number') {
    return (
      <Slot name={name} label={field.label} hint={field.question} faults={state.faults}>
        <span class="row">
          <input
            type="text"
            inputmode="decimal"
            name={name}
            value={value === UNKNOWN ? '' : value}
            size={10}
            {...attributes}
          />
          {field.unit && <span>{field.unit}</span>}
          <label class="pair small">
            <input
              type="checkbox"
              name={unknownName(field)}
              value="1"
              checked={state.typed.get(unknownName(field)) === '1' || value === UNKNOWN}
            />
            {UNKNOWN}
            <span class="visually-hidden">（{field.label}）</span>
          </label>
        </span>
      </Slot>
    );
  }
  const choices: [string, string][] =
    field.type === 'yes-no'
      ? [
          ['yes', '是'],
          ['no', '否'],
        ]
      : (field.choices ?? []).map((choice) => [choice, choice]);
  const options: [string, string][] = [['', '尚未查明'], ...choices, [UNKNOWN, UNKNOWN]];
  // What somebody typed into the address is shown as it was, with what is wrong with it.
  const strange = options.some(([choice]) => choice === value) ? [] : [[value, value] as [string, string]];
  return (
    <Slot name={name} label={field.label} hint={field.question} faults={state.faults}>
      <select name={name} {...attributes}>
        {[...options, ...strange].map(([choice, words]) => (
          <option value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
    </Slot>
  );
}

interface SlotProps {
  name: string;
  label: string;
  hint?: string;
  faults: readonly FieldFault[];
  children?: unknown;
}

function Slot({ name, label, hint, faults, children }: SlotProps) {
  return (
    <div class="field">
      <label for={`field-${name}`}>
        {label}
        {hint && hint !== `${label}？` && <span class="hint"> {hint}</span>}
      </label>
      {children as string}
      <FaultSlot name={name} faults={faults} />
    </div>
  );
}

/** Always there, so that a message can come and go while the field keeps the focus. */
function FaultSlot({ name, faults }: { name: string; faults: readonly FieldFault[] }) {
  const fault = faults.find(({ path }) => path === name);
  return (
    <p class="fault" id={`fault-${name}`} data-fault={name} hidden={!fault}>
      {fault?.expected ?? ''}
    </p>
  );
}

function inputOf(name: string, faults: readonly FieldFault[]) {
  return {
    id: `field-${name}`,
    'aria-describedby': `fault-${name}`,
    ...(faults.some(({ path }) => path === name) ? { 'aria-invalid': 'true' as const } : {}),
  };
}
