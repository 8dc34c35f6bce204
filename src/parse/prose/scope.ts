import type { Frame } from '../../script/index.ts'
import type { Cast } from './cast.ts'
import { speakerOf } from './cast.ts'
import {
  agentLeadIn,
  customerLeadIn,
  doThis,
  neverDo,
  neverSay,
  notForbidding,
  propertyLabels,
  quotedLeadIn
} from './vocabulary.ts'

/** What the text below a heading or behind a lead-in is. */
export interface Scope {
  readonly role: 'agent' | 'customer' | 'instruction' | 'mention'
  readonly frame: Frame
  /** Holds for text without quotation marks, too: everything below is said. */
  readonly strong: boolean
  readonly label?: string
}

const agent = { role: 'agent', frame: 'plain' } as const

/**
 * What a heading or a lead-in makes of the text that it governs; undefined where it says nothing
 * about that. A heading forbids only in set words ("Do NOT say", DON'T), since titles such as
 * "Don't pry" stand above good examples.
 */
export function scopeOf(title: string, form: 'heading' | 'lead-in', cast: Cast): Scope | undefined {
  if (title.length > 160) return undefined
  const bare = plainTitle(title)
  if (bare === '')
    return /[❌🚫✗✘⛔]/u.test(title) ? { role: 'instruction', frame: 'forbidden', strong: false } : undefined
  const speaker = speakerOf(bare, cast)
  if (speaker) return { role: speaker === 'customer' ? 'customer' : 'agent', frame: 'plain', strong: true, label: bare }
  if (quotedLeadIn.test(bare)) return { role: 'mention', frame: 'quoted', strong: true }
  if (doThis.test(bare)) return { role: 'instruction', frame: 'plain', strong: false }
  if (!notForbidding.test(bare)) {
    if (neverSay.test(bare)) return { role: 'mention', frame: 'forbidden', strong: true }
    if (forbidsActs(bare, title, form)) return { role: 'instruction', frame: 'forbidden', strong: false }
  }
  if (customerLeadIn.test(bare)) return { role: 'customer', frame: 'plain', strong: true }
  if (/[(（](?:sms|text|voicemail|短信|簡訊|简讯|话术|話術)[)）]/iu.test(title)) return { ...agent, strong: true }
  if (agentLeadIn.strong.test(bare) && !aboutScripts.test(bare)) return { ...agent, strong: true }
  if (form === 'lead-in' && agentLeadIn.weak.test(bare) && !propertyOnly(bare)) return { ...agent, strong: false }
  return personaLeads(bare, cast) ? { ...agent, strong: form === 'lead-in' } : undefined
}

const aboutScripts =
  /\b(?:differences?|old|former|previous|remove|removed|delete|deleted|banned|rules?|guides?|library|manual|review|process|overview|structure|integration|types?|usage|list|how|why|when|about|adapt|do not|never|following each)\b/i

const setHeading =
  /^(?:the )?(?:top |our )?(?:\d+ )?(?:don['’]?ts?|do not['’]?s?|never|nevers|what not to (?:do|say)|(?:absolutely )?(?:prohibited|forbidden|banned|unacceptable)(?: (?:conduct|actions?|practices?|behaviou?rs?|acts|tactics|things))?|things (?:to avoid|you must never do|not to do)|never do(?: this)?|do not do(?: this)?|not allowed|red lines?|avoid|violations)$|^.{0,12}(?:禁止(?:事项|事項|行为|行為|内容)?|严禁(?:事项|行为)?|嚴禁(?:事項|行為)?|禁忌|红线|紅線|不得(?:有的)?(?:行为|行為)?|切勿|违规行为|違規行為|禁令|不可為|不能做的事|不要做)$/iu

function forbidsActs(bare: string, title: string, form: 'heading' | 'lead-in'): boolean {
  if (setHeading.test(bare)) return true
  if (form === 'heading') return /^\s*[❌🚫✗✘⛔]/u.test(title) && neverDo.test(bare)
  return neverDo.test(bare)
}

function propertyOnly(bare: string): boolean {
  return propertyLabels.test(bare) && !/^(?:examples?|示例)$/iu.test(bare)
}

/** "Will's approach" in a script whose agent is Will. */
function personaLeads(bare: string, cast: Cast): boolean {
  const owner = /^(\p{L}+)(?:['’]s|的)\s*\S/u.exec(bare)?.[1]
  return owner !== undefined && cast.get(owner.toLowerCase()) === 'agent'
}

/** A title without numbers, marks, asides and its colon. */
export function plainTitle(title: string): string {
  return title
    .replaceAll(/[*_`]|\p{Extended_Pictographic}|\uFE0F|[✓✔✗✘]/gu, '')
    .replaceAll(/[(（][^)）]*[)）]/gu, '')
    .replace(
      /^\s*(?:第?[\d一二三四五六七八九十壹貳叁參肆伍陸柒捌玖]{1,3}(?:\.\d{1,2})*\s*[.)、）：:]\s*|[（(][一二三四五六七八九十\d]+[）)]\s*|\d+(?:\.\d+)+\s+)/u,
      ''
    )
    .replace(/^[\s\p{P}]+|[\s:：!.。\p{Pd}]+$/gu, '')
    .trim()
}
