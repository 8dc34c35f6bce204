import type { Line } from '../rich-text.ts'
import type { Cast } from './cast.ts'
import type { Scope } from './scope.ts'
import { plainTitle, scopeOf } from './scope.ts'

/** What a column of a table holds. */
export type Column =
  | { readonly kind: 'skip' }
  | { readonly kind: 'speaker' }
  | { readonly kind: 'dialogue' }
  | { readonly kind: 'text'; readonly scope: Scope | undefined }

const number = /^(?:#|no\.?|nr\.?|turn|step|id|order|seq|code|序号|序號|编号|編號|轮次|輪次|步骤|步驟)$/iu
const speaker = /^(?:speaker|role|who|party|actor|角色|说话人|說話人|发言人|發言人|说话者|對象|对象)$/iu
const dialogue =
  /^(?:dialogue|dialog|line|utterance|text|speech|says|message|script|words|content|对话|對話|台词|台詞|内容|內容|话术|話術|发言|發言)$/iu
const never =
  /^(?:don['’]?ts?(?: (?:say|do|use))?|do not(?: (?:say|do|use))?|never(?: (?:say|do|use))?(?: this)?|avoid|instead of|not|wrong|bad|before|prohibited|forbidden|banned|✗|✘|❌|🚫|(?:禁止|不要|不得|不能|不可|勿|别|別|严禁|嚴禁).{0,6}|.{0,4}(?:错误|錯誤|违规|違規|禁用|反面|不当|不當).{0,4})$/iu
const good =
  /^(?:do(?: this| say)?|do['’]?s|say(?: this| instead)?|better|instead|use(?: instead)?|right|good|after|correct|allowed|✓|✔|✅|.{0,4}(?:正确|正確|推荐|推薦|建议|建議|可说|可說|替代|改为|改為|应该|應該).{0,4})$/iu
const shown =
  /^(?:why|reason|rationale|explanation|description|definition|meaning|severity|risk|penalty|law|legal basis|reference|source|issue(?: type)?|violation|category|field|type|example violation|relevance|jurisdiction|organi[sz]ation|原因|理由|说明|說明|含义|含義|解释|解釋|定义|定義|法律依据|法律依據|依据|依據|字段|欄位|类型|類型|级别|級別)$/iu
const reaction =
  /^(?:customer (?:says|shows|response|reaction)|objection|trigger|they say|situation|scenario|if .*|when .*|客户(?:说|反应|表示|情况|异议|问题)|客戶(?:說|反應|表示|情況|異議|問題)|场景|場景|情形|情况|情況|异议|異議)$/iu

/** Reads the head of a table: which column holds whose words. A table of offences is only shown. */
export function columnsOf(header: readonly Line[], cast: Cast): Column[] {
  const titles = header.map(cell => cell.text.value.trim())
  const hasSpeaker = titles.some(title => speaker.test(title)) && titles.length > 1
  const isReference = titles.some(title =>
    /^(?:severity|penalty|issue(?: type)?|violation(?: type)?|offen[cs]e|级别|級別)$/iu.test(title)
  )
  return titles.map((title): Column => {
    const bare = plainTitle(title)
    if (number.test(title) || number.test(bare)) return { kind: 'skip' }
    if (hasSpeaker && speaker.test(bare)) return { kind: 'speaker' }
    if (hasSpeaker && dialogue.test(bare)) return { kind: 'dialogue' }
    if (isReference || shown.test(bare))
      return { kind: 'text', scope: { role: 'mention', frame: 'quoted', strong: true } }
    const isNever = never.test(bare) || never.test(title)
    const says = /say|use|wording|phrase|说|說|用语|用語|话术|話術|表述/iu.test(bare)
    if (isNever)
      return { kind: 'text', scope: { role: says ? 'mention' : 'instruction', frame: 'forbidden', strong: says } }
    if (good.test(bare) || good.test(title))
      return { kind: 'text', scope: { role: says ? 'agent' : 'instruction', frame: 'plain', strong: says } }
    if (reaction.test(bare)) return { kind: 'text', scope: { role: 'customer', frame: 'plain', strong: false } }
    return { kind: 'text', scope: scopeOf(title, 'lead-in', cast) }
  })
}
