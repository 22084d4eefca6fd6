import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { checkViolations } from '../../../src/corpus/violations/check-violations.ts';
import { readViolationFile } from '../../../src/corpus/violations/read-violations.ts';
import { today } from '../../../src/law/dates.ts';
import { officialTexts } from './official-book.ts';

/** `npx tsx tests/corpus/violations/print-faults.ts FILE…`: what is wrong with files of the catalogue. */
const files = process.argv
  .slice(2)
  .map((file) => readViolationFile(readFileSync(file, 'utf8'), basename(file)));
const items = files.flatMap(({ items: all, field }) => all.map((item) => ({ ...item, field })));
const questions = files.flatMap(({ questions: all, field }) => all.map((one) => ({ ...one, field })));
const cited = [
  ...items.flatMap((one) => [...one.breached, ...one.punishing]),
  ...questions.flatMap((one) => one.articles),
];
const faults = checkViolations({ items, questions }, loadReferenceBook(), today(), officialTexts(cited));
for (const { id, fault } of faults) console.log(`${id}: ${fault}`);
console.log(`${items.length} 个事项，${questions.length} 个问题，${faults.length} 处有误`);
