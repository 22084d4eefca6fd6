import { openDatabase } from '../../src/db/open-database.ts';
import { reviewed, sign } from './reviewed-case.ts';

/**
 * The process that kill.test.ts ends at a random moment: signs one document after the other on an embedded data folder
 * and prints the id of each as soon as its signature was acknowledged.
 */
const folder = process.argv[2];
if (!folder) throw new Error('缺少数据文件夹');
const { db } = await openDatabase({ dataFolder: folder });
const ready = [];
for (let index = 0; index < 3; index += 1) ready.push(await reviewed(db));
process.stdout.write('ready\n');
for (const { document, digest } of ready) {
  await sign(db, document.id, digest);
  process.stdout.write(`signed ${document.id}\n`);
}
process.stdout.write('done\n');
setInterval(() => undefined, 1000);
