import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { provisionsOf } from '../../../corpus/violations/match-violations.ts';
import type { Violation } from '../../../corpus/violations/violation.ts';
import type { AppError } from '../../../errors.ts';
import { type Day, today } from '../../../law/dates.ts';
import { CHOICE_NAMES } from '../choice-names.ts';
import { Field } from '../page.tsx';
import { caseFieldOf } from './case-field-of.ts';
import { catalogueLink } from './catalogue-link.ts';
import { onlyBenchmark } from './choice-of.ts';
import { fineWords, penaltyWords } from './fine-words.ts';
import { ProvisionList } from './provision-list.tsx';

interface FormProps {
  violation: Violation;
  book: ReferenceBook;
  region: string | undefined;
  asOf: Day;
  /** What the person said happened. */
  q: string;
  /** Offered as the number of the case. */
  id: string;
  kept?: Record<string, string>;
  error?: AppError | undefined;
}

const PARTY_KINDS = { organisation: '单位', 'individual-business': '个体工商户', person: '个人' };

/** The item that was chosen, what it fills in, and the few facts that a case needs to begin. */
export function NewCaseForm({ violation, book, region, asOf, q, id, kept = {}, error }: FormProps) {
  const benchmark = onlyBenchmark(violation, book, asOf, region);
  const chosenField = kept.field ?? caseFieldOf(violation);
  const other = `/cases/new?${new URLSearchParams({ q: q || violation.name, asOf })}`;
  return (
    <form method="post" action="/cases/from-item" class="card stack-small">
      <input type="hidden" name="item" value={violation.id} />
      <input type="hidden" name="q" value={q} />
      <div class="row">
        <h2>
          <a href={catalogueLink(violation.id, asOf)}>{violation.name}</a>
        </h2>
        <a class="button tiny row-end" href={other}>
          换一项
        </a>
      </div>
      <p class="small soft">建立案件时一并填入，建立后可以撤销：</p>
      <ProvisionList provisions={provisionsOf(violation)} book={book} asOf={asOf} />
      <p class="small">
        {penaltyWords(violation.penalties)}
        {violation.fine.length > 0 && `；${violation.fine.map(fineWords).join('；')}`}
      </p>
      {violation.unverified && (
        <p class="note note-amber small">? 条款没有核对过正式文本：{violation.unverified}</p>
      )}
      {benchmark && (
        <p class="small">
          裁量基准事项：{benchmark.item.violation}（{benchmark.benchmark.name}）{' '}
          {benchmark.benchmark.example && <span class="tag tag-accent">示例</span>}
        </p>
      )}
      <Field name="party" label="当事人" value={kept.party} error={error} required />
      <div class="field">
        <label for="field-partyKind">当事人是</label>
        <select name="partyKind" id="field-partyKind">
          {Object.entries(PARTY_KINDS).map(([kind, name]) => (
            <option value={kind} selected={kept.partyKind === kind}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field name="agency" label="办案机关" value={kept.agency} error={error} required />
      <div class="field">
        <label for="field-field">
          执法领域 <span class="hint">{chosenField ? '由所选事项带出，可以改' : '请选择'}</span>
        </label>
        <select name="field" id="field-field" required>
          {!chosenField && (
            <option value="" selected>
              请选择
            </option>
          )}
          {Object.entries(CHOICE_NAMES.field ?? {}).map(([field, name]) => (
            <option value={field} selected={chosenField === field}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="asOf"
        label="行为发生日"
        type="date"
        value={kept.asOf ?? (asOf === today() ? '' : asOf)}
        hint="连续或者继续的，为终了日；不知道的留空"
        error={error}
      />
      <div class="field">
        <label for="field-facts">
          事实 <span class="hint">知道多少写多少</span>
        </label>
        <textarea name="facts" id="field-facts" rows={4}>
          {kept.facts ?? q}
        </textarea>
      </div>
      <Field
        name="title"
        label="案件名称"
        value={kept.title}
        hint="留空的，由当事人和违法行为组成"
        error={error}
      />
      <Field
        name="id"
        label="案件编号"
        value={kept.id ?? id}
        hint="系统内的编号，字母、数字或 . _ -"
        error={error}
        required
      />
      <p class="field">
        <button class="primary" type="submit">
          建立案件
        </button>
      </p>
    </form>
  );
}
