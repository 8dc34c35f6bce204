import { isJumpOnly } from './branch.ts'

/** The title of a heading without its closing colon, and the id that `{#id}` gives it. */
export function titleOf(text: string): { title: string; id?: string } {
  const match = /\s*\{#([\p{L}\p{N}_.-]{1,100})\}\s*$/u.exec(text)
  const title = (match ? text.slice(0, match.index) : text).replace(/\s*[:：]\s*$/u, '').trim()
  return match ? { title, id: match[1]! } : { title }
}

/** Short, no sentence, no quotation: what people write as a title. */
export function isStepTitle(text: string): boolean {
  const words = text.split(/\s+/).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 3
  return (
    words <= 9 &&
    text.length <= 80 &&
    !/[.!?。！？，；;,:：]\s*$/u.test(text) &&
    !/["“”「」]|[。！？]/u.test(text) &&
    !isJumpOnly(text)
  )
}
