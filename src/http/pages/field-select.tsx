import { CHOICE_NAMES } from './choice-names.ts';

/** 领域 as a page is narrowed to it; `chosen` is empty for all of them. */
export function FieldSelect({ fields, chosen }: { fields: readonly string[]; chosen: string }) {
  return (
    <>
      <label for="field-field">领域</label>
      <select name="field" id="field-field">
        <option value="">全部</option>
        {fields.map((field) => (
          <option value={field} selected={field === chosen}>
            {CHOICE_NAMES.field?.[field] ?? field}
          </option>
        ))}
      </select>
    </>
  );
}
