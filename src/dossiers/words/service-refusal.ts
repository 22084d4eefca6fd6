import type { Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { isSigner } from './names-in.ts';

type Cell = Span & { value: string };

const NONE = /^(?:无|没有|否|不适用|以下空白|\/|／|-|—)+$/;
const REFUSED =
  /(?=\S)[^。；\n\t]{0,160}(?:拒(?:绝|不)?(?:签[收字名]?|接收|收|领取)|(?:不|未)(?:愿意?|肯|同意|予|配合)?(?:签[收字名]|接收))[^。；\n\t]*/;
const WITNESS =
  /(?<![无未]|没有|缺少)(?:见证人|邀请)[:：]?[ \u3000]*([\p{sc=Han}]{2,3})(?=[ \u3000（(、，,到在])/u;
const RECORDED =
  /(?=\S)[^。；，,\n\t]{0,160}(?:拍照|拍摄|录像|摄像|录音录像|音像记录|执法记录仪)[^。；，,\n\t]*/;
const NOT_RECORDED =
  /(?:未|没有|没能|无法|不能|忘记|无)[^，。；]{0,6}(?:拍照|拍摄|摄录|录像|录音录像|摄像|记录|照片)|(?:记录仪|相机|手机|设备)[^，。；]{0,4}(?:没电|无电|断电|故障|损坏|未开|没开|未带|没带|关机|存储已?满)[^。；，\n\t]*/;
const LEFT =
  /(?=\S)[^。；，,\n\t]{0,160}(?:留(?:置|放|在)|置于)[^。；，,\n\t]{0,12}(?:住所|住处|家中|经营场所)[^。；，,\n\t]*/;
const LOGGED =
  /(?=\S)[^。；，,\n\t]{0,160}(?:到达(?:受送达人)?(?:特定)?系统|送达成功|已阅读?|系统(?:显示|记录)[^。；，,\n\t]{0,8}(?:成功|到达|送达))[^。；，,\n\t]*/;

/** The form's own words on what to do: 受送达人拒绝签收的，应当…. */
const PRINTED = /应当|可以|应由|应在|如果|如受送达|若|拒绝[签接]收的|拒收的|的，/;

/** What a receipt says of a refusal to sign, of pictures taken, and of the arrival of an electronic message. */
export function refusalFacts(
  key: string,
  text: string,
  {
    refusal,
    remarks,
    recorded: pictures,
    signer,
    method,
  }: Partial<Record<'refusal' | 'remarks' | 'recorded' | 'signer' | 'method', Cell>>,
): StatedFact[] {
  const facts: StatedFact[] = [];
  const fields = [refusal, remarks, pictures, signer, method].filter(
    (field): field is Cell => field !== undefined,
  );
  const first = (pattern: RegExp, unless = PRINTED) => {
    for (const { value, start } of fields) {
      const match = pattern.exec(value);
      if (match && !unless.test(match[0]) && !PRINTED.test(match[0]))
        return { match, start: start + match.index, end: start + match.index + match[0].length };
    }
    return undefined;
  };
  const refused = first(REFUSED) ?? (refusal && !NONE.test(refusal.value) ? refusal : undefined);
  if (refused) {
    facts.push(stated(`${key}.refusalNoted`, true, refused));
    const witness = first(WITNESS);
    const name = witness?.match[1];
    if (witness && name && isSigner(name)) {
      const at = text.indexOf(name, witness.start);
      facts.push(stated(`${key}.witness`, name, { start: at, end: at + name.length }));
    }
  }
  const recorded = first(RECORDED, NOT_RECORDED);
  if (recorded) facts.push(stated(`${key}.recorded`, true, recorded));
  const none = pictures && NONE.test(pictures.value.trim()) ? pictures : undefined;
  const missed = recorded ? undefined : (none ?? first(NOT_RECORDED, /补拍|随后|后续|另行/));
  if (refused && missed) facts.push(stated(`${key}.recorded`, false, missed));
  const left = refused && first(LEFT);
  if (left) facts.push(stated(`${key}.leftAtResidence`, true, left));
  const logged = method && /电子|传真|邮件|短信|平台/.test(method.value) ? first(LOGGED) : undefined;
  if (logged) facts.push(stated(`${key}.arrivalLogged`, true, logged));
  return facts;
}
