import { describe, expect, it } from 'vitest';
import { FILE_LIMITS } from '../../src/files/limits.ts';
import { readBytes } from '../../src/files/read-bytes.ts';
import { pdfOf, words } from './support/pdf-of.ts';

const TEXT = words('当事人：示例商行，这一页的文字可以复制，读者看得见，和扫描页放在同一个文件里。', 40, 700);
const scan = (filter: string) => ({
  dictionary: `/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${filter}`,
  stream: Buffer.from('不是图片'.repeat(50)),
});

describe('解不开的扫描页', () => {
  it.each(['JBIG2Decode', 'JPXDecode', 'CCITTFaxDecode'])(
    '%s：说明是哪几页、为什么，其余页照读',
    async (filter) => {
      const bytes = pdfOf([TEXT, 'q 595 0 0 842 0 0 cm /I Do Q', TEXT, 'q 595 0 0 842 0 0 cm /I Do Q'], {
        extra: [scan(filter)],
        resources: '/XObject<</I 7 0 R>>',
      });
      const { text, notes } = await readBytes('扫描.pdf', bytes, {
        limits: FILE_LIMITS,
        alive: () => {},
        recognise: () => Promise.reject(new Error('nothing to recognise')),
        convert: undefined,
      });
      expect(text.text.match(/示例商行/g)).toHaveLength(2);
      expect(notes).toEqual([expect.stringMatching(/^第2、4页：扫描页的图片无法解码（JBIG2、JPEG 2000/)]);
    },
  );
});
