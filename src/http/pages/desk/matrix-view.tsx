import type { CaseFile } from '../../../cases/case-file.ts';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';

type Evidence = NonNullable<CaseFile['evidence']>[number];

/** 证据对照: each element of the violation against the evidence said to prove it. */
export function MatrixView({ desk }: { desk: DeskData }) {
  const { file } = desk.stored;
  if (file.action !== 'penalty') return null;
  const evidence = file.evidence ?? [];
  const elements = file.violation.elements ?? [];
  const named = new Set(elements.flatMap((element) => element.evidence));
  const rest = elements.length > 0 ? evidence.filter(({ id }) => !named.has(id)) : evidence;
  const gaps = elements.filter((element) => element.evidence.length === 0).length;
  return (
    <div class="stack">
      <div class="row">
        <h2>证据对照</h2>
        <span class="soft small">
          构成要件 {elements.length} 项{gaps > 0 ? `，${gaps} 项没有证据` : ''}，证据 {evidence.length} 份
        </span>
      </div>
      {elements.length === 0 && <NoElements desk={desk} />}
      {elements.length > 0 && (
        <div class="table-wrap">
          <table class="matrix">
            <caption>{file.violation.name}</caption>
            <thead>
              <tr>
                <th scope="col">构成要件</th>
                <th scope="col">证据</th>
                <th scope="col">证明内容</th>
              </tr>
            </thead>
            <tbody>
              {elements.map((element, index) => {
                const own = evidence.filter(({ id }) => element.evidence.includes(id));
                if (own.length === 0) {
                  return (
                    <tr data-fact>
                      <td>{element.name}</td>
                      <td class="not-met">
                        <span class="sign">✕</span>没有证据
                      </td>
                      <td>
                        {desk.may.edit && (
                          <a
                            class="no-print"
                            href={deskLink(
                              file.id,
                              { view: 'fact', path: `violation.elements.${index}.evidence` },
                              'fact-form',
                            )}
                            data-desk
                          >
                            补充
                          </a>
                        )}
                      </td>
                    </tr>
                  );
                }
                return own.map((piece, place) => (
                  <tr data-fact>
                    {place === 0 && <td rowspan={own.length}>{element.name}</td>}
                    <td>
                      <Piece desk={desk} piece={piece} />
                    </td>
                    <td>{piece.proves ?? <span class="unclear">? 没有载明证明什么</span>}</td>
                  </tr>
                ));
              })}
            </tbody>
          </table>
        </div>
      )}
      {rest.length > 0 && (
        <div class="table-wrap">
          <table class="matrix">
            <caption>{elements.length > 0 ? '没有对应构成要件的证据' : '证据及其证明内容'}</caption>
            <thead>
              <tr>
                <th scope="col">证据</th>
                <th scope="col">证明内容</th>
              </tr>
            </thead>
            <tbody>
              {rest.map((piece) => (
                <tr data-fact>
                  <td>
                    <Piece desk={desk} piece={piece} />
                  </td>
                  <td>{piece.proves ?? <span class="unclear">? 没有载明证明什么</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {evidence.length === 0 && (
        <div class="note note-amber">
          <p>案件文件中没有证据。</p>
          {desk.may.edit && (
            <a class="no-print" href={`/cases/${encodeURIComponent(file.id)}/dossier`}>
              加入材料
            </a>
          )}
        </div>
      )}
    </div>
  );
}

function NoElements({ desk }: { desk: DeskData }) {
  return (
    <div class="note note-amber">
      <p>材料没有逐项载明违法行为的构成要件，无法对照每一要件由哪些证据证明。</p>
      {desk.may.edit && (
        <a
          href={deskLink(desk.stored.id, { view: 'fact', path: 'violation.elements.0.name' }, 'fact-form')}
          data-desk
        >
          填写构成要件
        </a>
      )}
    </div>
  );
}

function Piece({ desk, piece }: { desk: DeskData; piece: Evidence }) {
  const { file } = desk.stored;
  const path = `evidence.${file.evidence?.indexOf(piece)}.name`;
  // The paper itself, else the words of the one that lists it.
  const listed = file.sources?.find((source) => source.path === path);
  const paper = piece.paper ?? listed?.paper;
  if (!paper) return <>{piece.name}</>;
  const fact = piece.paper ? undefined : path;
  return (
    <a href={deskLink(file.id, { view: 'paper', paper, fact }, fact && 'quote')} data-desk data-quote>
      {piece.name}
    </a>
  );
}
