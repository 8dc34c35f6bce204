import type { Block } from '../blocks.ts'
import { joinLines } from '../rich-text.ts'
import { readContainer } from './container.ts'
import { closeLead, endsLead, openLead } from './lead-in.ts'
import { readPlainLine, readUnit } from './line.ts'
import { endsInQuote } from './quotes.ts'
import type { Lead, Place, Reading } from './reading.ts'
import { placed, said } from './reading.ts'
import { readHeading } from './title.ts'
import type { Unit } from './units.ts'
import { takeMark, unitsOf } from './units.ts'

/** Reads the blocks of one container from top to bottom; the nearest heading or lead-in governs. */
export function readBlocks(reading: Reading, blocks: readonly Block[], place: Place): void {
  let lead: Lead | undefined
  const close = () => {
    closeLead(reading, lead)
    lead = undefined
  }
  const spoken = spokenAcross(blocks)
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'rule') close()
    else if (block.kind === 'heading') {
      close()
      readHeading(reading, block, place)
    } else if (block.kind === 'paragraph') {
      if (spoken.has(at)) readPlainLine(reading, joinLines(block.lines), { ...place, scope: said })
      else lead = readParagraph(unitsOf(block.lines, reading.cast), blocks[at + 1], { reading, place, lead })
    } else {
      readContainer(reading, block, placed(reading, place, lead))
      if (lead) lead.fed = true
    }
  }
  close()
}

interface Around {
  readonly reading: Reading
  readonly place: Place
  readonly lead: Lead | undefined
}

/** Reads the units of a paragraph and returns the lead-in that governs what follows it. */
function readParagraph(units: readonly Unit[], after: Block | undefined, { reading, place, ...around }: Around) {
  let lead = around.lead
  const canLead = after !== undefined && after.kind !== 'heading' && after.kind !== 'rule'
  for (const [number, unit] of units.entries()) {
    const next = units[number + 1]
    const governs = next !== undefined || canLead
    if (lead && endsLead(reading, unit, lead, place)) {
      closeLead(reading, lead)
      lead = undefined
    }
    const opening = openLead(reading, unit, {
      place,
      governs,
      next,
      nextLine: next?.line ?? firstLine(after),
      before: lead
    })
    if (!opening) {
      readUnit(reading, unit, placed(reading, place, lead), next, governs)
      if (lead) lead.fed = true
      continue
    }
    if (opening.isBranch) closeLead(reading, lead)
    const holder = opening.isBranch ? undefined : lead?.parent
    lead = opening.begin()
    if (holder) lead = { ...lead, parent: holder }
  }
  return lead
}

function firstLine(block: Block | undefined) {
  return block?.kind === 'paragraph' ? takeMark(block.lines[0]!).line : undefined
}

/**
 * The paragraphs inside a quotation that opens in one paragraph and closes in a later one. Without a
 * closing mark somewhere below, the quotation ends with its own paragraph.
 */
function spokenAcross(blocks: readonly Block[]): Set<number> {
  const spoken = new Set<number>()
  for (let at = 0; at < blocks.length; at++) {
    const opening = textOf(blocks[at])
    if (!/["“”]/.test(opening) || !endsInQuote(opening)) continue
    const last = closingParagraph(blocks, at)
    for (let inside = at + 1; inside <= last; inside++) spoken.add(inside)
    at = Math.max(at, last)
  }
  return spoken
}

/** The paragraph that closes a quotation opened at `at`; `at` itself where none does. */
function closingParagraph(blocks: readonly Block[], at: number): number {
  for (let next = at + 1; next < Math.min(blocks.length, at + 12); next++) {
    const text = textOf(blocks[next])
    if (text === '' || /^["“]/.test(text)) return at
    if (/^[^"“”]*["”](?:[.。]?$|\s*\[)/.test(text)) return next
    if (/["“”]/.test(text)) return at
  }
  return at
}

function textOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? joinLines(block.lines).text.value : ''
}
