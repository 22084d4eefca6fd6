/** A text in another form, with the place in the original of each of its UTF-16 units. */
export interface View {
  text: string;
  /** `at[i]` is where the sign begins that became unit `i`, `until[i]` where it ends. */
  at: number[];
  until: number[];
}

/** Letters of other scripts that look like Latin ones, and Chinese characters in their traditional form: pairs. */
const LOOK_ALIKES =
  'аaеeоoрpсcуyхxіiѕsјjһhԁdԛqԝwкkмmтtнhвbгrοoαaιiνvρpτtεeκkυu' +
  '請请審审規规則则認认為为爲为輸输處处罰罚應应當当須须無无視视齊齐統统機机讀读覆复復复沒没問问題题從从現现' +
  '開开妳你標标記记結结設设過过證证據据檢检實实違违論论員员語语閱阅簽签項项對对將将輕轻額额條条這这後后個个與与' +
  '會会給给說说話话該该擇择選选關关閉闭級级優优執执權权顯显檔档確确滿满網网報报號号編编碼码陳陈並并僅仅單单' +
  '異异識识譯译們们樣样變变計计較较減减寬宽腦脑軟软體体許许絕绝頁页響响應应裡里裏里裝装裝装還还動动補补' +
  '「“」”『“』”';

const SAME_AS = new Map(
  Array.from({ length: [...LOOK_ALIKES].length / 2 }, (_, index) => {
    const signs = [...LOOK_ALIKES];
    return [signs[index * 2] ?? '', signs[index * 2 + 1] ?? ''] as const;
  }),
);

/** What people put between characters so that a search does not find the words. */
const BETWEEN = /[\p{Cf}\p{Mn}\s\p{So}\p{Extended_Pictographic}·•・._~|*\-–—/\\╱╲+^`#()[\]{}<>【】〔〕《》]/u;

const BREAK = /[\n\t]/;
/** A longer gap says no more, and patterns would look through all of it from each of its places. */
const MOST_BLANKS = 8;

/** Most of a text: a sign that no form of writing makes another one, and that is neither blank nor between words. */
const isHan = (sign: string) => sign >= '\u4e00' && sign <= '\u9fff';

/** The text as it is read: one width, one case, one script, without signs that show nothing and without wide gaps. */
export function plainView(text: string): View {
  const view = new Written();
  let blanks = 0;
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const until = at + sign.length;
    const han = isHan(sign);
    const plain = han ? sign : sign.normalize('NFKC').toLowerCase();
    const blank = !han && /^\s$/.test(plain);
    if (!(blank && blanks >= MOST_BLANKS) && (han || !/^\p{Cf}$/u.test(sign))) {
      view.append(SAME_AS.get(plain) ?? plain, at, until);
      blanks = blank ? blanks + 1 : 0;
    }
    at = until;
  }
  return view.whole();
}

/** Without spaces, brackets, small signs and pictures between the characters, and, where told, without line ends and tabs. */
export function bareView({ text, at, until }: View, breaks: 'kept' | 'dropped'): View {
  const view = new Written();
  for (let index = 0; index < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (isHan(sign) || !BETWEEN.test(sign) || (breaks === 'kept' && BREAK.test(sign)))
      view.append(sign, at[index] ?? 0, until[index] ?? 0);
    index += sign.length;
  }
  return view.whole();
}

/** Read from the end. */
export function reversedView({ text, at, until }: View): View {
  return { text: [...text].reverse().join(''), at: at.toReversed(), until: until.toReversed() };
}

/** Latin letters without tone marks and spaces; one `|` for whatever stands between them. */
export function letterView({ text, at, until }: View): View {
  const view = new Written();
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    const letter = isHan(sign) ? sign : sign.normalize('NFD').replace(/\p{Mn}/gu, '');
    if (/^[a-z]$/.test(letter)) view.append(letter, at[index] ?? 0, until[index] ?? 0);
    else if (view.last !== '|' && !/[\s',.\-:;\p{Mn}，。]/u.test(letter)) {
      view.append('|', at[index] ?? 0, until[index] ?? 0);
    }
  }
  return view.whole();
}

/** A view that is being written, sign by sign. */
class Written {
  readonly #signs: string[] = [];
  readonly #at: number[] = [];
  readonly #until: number[] = [];

  get last(): string | undefined {
    return this.#signs.at(-1);
  }

  append(words: string, at: number, until: number): void {
    this.#signs.push(words);
    for (let unit = 0; unit < words.length; unit += 1) {
      this.#at.push(at);
      this.#until.push(until);
    }
  }

  whole(): View {
    return { text: this.#signs.join(''), at: this.#at, until: this.#until };
  }
}
