import type { Span } from '../../source/index.ts'
import { stageVerb } from './vocabulary.ts'

const brackets =
  /\[([^[\]]{1,300})\]|(?<![{$])\{(?!\{)([^{}]{1,300})\}(?!\})|（([^（）]{1,300})）|\(([^()]{1,300})\)|<<([^<>]{0,300})>>/gu

/**
 * Finds the stage directions in spoken text: `[Listen and note]`, `{client answers}`, `（停顿）`. A slot
 * that is filled at call time (`[AMOUNT]`, `{name}`) and an ordinary aside stay part of what is said.
 */
export function findStageDirections(text: string): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(brackets)) {
    const [all, square, curly, wide, round, angle] = match
    const start = match.index
    const end = start + all.length
    const before = text.slice(Math.max(0, start - 40), start).trimEnd()
    const after = text.slice(end, end + 40).trimStart()
    const aside = wide ?? round
    const inner = (square ?? curly ?? aside ?? angle ?? '').trim()
    const alone = isBoundary(before) && (after === '' || (isBoundary(before) && startsSentence(after)))
    const isDirection =
      angle !== undefined ||
      (wide !== undefined && stageVerb.test(inner)) ||
      (aside === undefined
        ? isDirectionText(inner, alone, before === '', after)
        : alone && isAsideDirection(inner, before, after))
    if (isDirection) found.push({ start, end })
  }
  return found
}

/** True where the whole text is one stage direction. */
export function isStageDirection(text: string): boolean {
  const trimmed = text.trim()
  if (/^<<.*>>$|^[(（][^()（）]+[)）]$/su.test(trimmed)) return true
  const match = /^(?:\[([^[\]]+)\]|\{([^{}]+)\})[.。]?$/su.exec(trimmed)
  const inner = match?.[1] ?? match?.[2]
  if (inner !== undefined && isSlotName(inner)) return false
  return inner !== undefined && (stageVerb.test(inner) || wordsIn(inner) > 3 || /\p{Script=Han}{5}/u.test(inner))
}

/** In round brackets: an order, or a remark of some length after all that is said. */
function isAsideDirection(inner: string, before: string, after: string): boolean {
  return stageVerb.test(inner) || (after === '' && before !== '' && wordsIn(inner) > 2)
}

function isDirectionText(inner: string, alone: boolean, atStart: boolean, after: string): boolean {
  if (isSlotName(inner)) return false
  if (!alone) return false
  if (stageVerb.test(inner)) return !atStart || after === '' || /^[\p{Lu}"“'‘「\p{Script=Han}]/u.test(after)
  return /\b(?:tone|voice|pause|silence)\b/i.test(inner) || (wordsIn(inner) > 3 && after === '')
}

/** `AMOUNT`, `DEBTOR NAME`, `client_name`: filled at call time. */
function isSlotName(inner: string): boolean {
  return (
    /^(?:[A-Z0-9_ $#%./'’-]+|\w+_\w+|\S{1,12})$/.test(inner) && !/^(?:pause|wait|if |listen|hold|silence)/i.test(inner)
  )
}

function isBoundary(before: string): boolean {
  return before === '' || /[.!?。！？…:："”」\])）]$/u.test(before)
}

function startsSentence(after: string): boolean {
  return /^[\p{Lu}"“'‘「[{(（\p{Script=Han}]/u.test(after)
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 2
}
