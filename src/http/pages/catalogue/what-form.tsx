import type { Child } from 'hono/jsx';
import type { CatalogueQuery } from './catalogue-query.ts';

/** 发生了什么？ in a few words or a paragraph, and on which day. */
export function WhatForm(props: {
  action: string;
  query: CatalogueQuery;
  /** Of the field that is searched; all where absent. */
  fields?: string[];
  /** The day, in words, where it is no question. */
  day?: string;
  children?: Child;
}) {
  const { action, query, fields, day, children } = props;
  return (
    <form method="get" action={action} class="stack-small library-form">
      {children}
      <label for="what">
        发生了什么？{' '}
        <span class="hint">几个词就行，也可以贴一段事实：谁、在哪里、做了什么、涉及什么物品</span>
      </label>
      <div class="row inline">
        <input
          type="search"
          id="what"
          name="q"
          value={query.q}
          size={40}
          placeholder="如：小卖部货架上的面包过期三天还在卖"
          enterkeyhint="search"
        />
        <button class="primary" type="submit">
          查找
        </button>
      </div>
      <div class="row inline small">
        {day ? (
          <span class="soft">{day}</span>
        ) : (
          <span class="pair">
            <label for="field-asOf">行为日</label>
            <input type="date" id="field-asOf" name="asOf" value={query.asOf} />
          </span>
        )}
        {fields && (
          <span class="pair">
            <label for="field-field">领域</label>
            <select name="field" id="field-field">
              <option value="">不限</option>
              {fields.map((field) => (
                <option value={field} selected={field === query.field}>
                  {field}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
    </form>
  );
}
