import { daysIn } from '../../law/days-in.ts';
import { type Reader, stated } from '../reader.ts';
import { proofOfService } from './proof-of-service.ts';

/** 同意电子送达, ticked or said, and not refused. */
const AGREED =
  /☑[ \u3000]*(?:同意|是)|(?:是否)?(?:同意|接受)[^。\n]{0,10}电子[^。\n]{0,8}送达[^。\n]{0,4}(?:[\t:：][ \u3000]*(?:是|同意)|(?!.{0,6}[\t:：]))|电子(?:方式)?送达[\t:： \u3000]+(?:☑[ \u3000]*)?同意/;
const REFUSED =
  /不同意[^。\n]{0,6}电子|电子送达[\t:： \u3000]*(?:□[^☑\n]*☑[ \u3000]*)?(?:不同意|否)|同意电子送达[\t:： \u3000]*否|□[ \u3000]*同意|☑[ \u3000]*(?:不同意|否)/;

/** 送达地址确认书: the day on which the party agreed to electronic service, for each electronic service of the case. */
export const addressConfirmation: Reader = (paper, dossier) => {
  if (paper.kind !== 'address-confirmation') return [];
  const { text } = paper;
  if (!/电子|邮箱|传真/.test(text) || !AGREED.test(text) || REFUSED.test(text)) return [];
  const day = daysIn(text).at(-1);
  if (!day) return [];
  const electronic = dossier
    .filter(({ sameAs }) => sameAs === undefined)
    .flatMap((other) => proofOfService(other, dossier))
    .filter(({ path, value }) => path.endsWith('.method') && value === 'electronic');
  return electronic.map(({ path }) => stated(path.replace(/method$/, 'confirmationOn'), day.day, day));
};
