import type { Span } from '../../source/index.ts'
import { sliceText, toSource } from '../../source/index.ts'
import type { Block, BlockSink, ListEntry } from '../blocks.ts'
import { parseBlocks } from '../blocks.ts'
import type { ScriptBuilder, StepDraft } from '../build.ts'
import type { Line } from '../rich-text.ts'
import { joinLines, sliceLine } from '../rich-text.ts'
import type { Conditional } from './branch.ts'
import { findJump, isJumpOnly, splitConditional } from './branch.ts'
import type { Cast } from './cast.ts'
import { fenceKind } from './fence.ts'
import { readFlowchart } from './flowchart.ts'
import { findQuotes, isSpeech } from './quotes.ts'
import type { Scope } from './scope.ts'
import { scopeOf } from './scope.ts'
import type { Labelled } from './speaker.ts'
import { splitLabel } from './speaker.ts'
import { readSpeech } from './speech.ts'
import { isStageDirection } from './stage-direction.ts'
import { columnsOf } from './table.ts'
import type { Plain } from './text.ts'
import { isWhollyQuoted, readText, soundsSpoken } from './text.ts'
import { isStepTitle, titleOf } from './title.ts'
import type { Unit } from './units.ts'
import { isCapitals, isWholly, takeMark, unitsOf } from './units.ts'
import { imperativeStart } from './vocabulary.ts'

export interface PassageOptions {
  readonly cast: Cast
  readonly sink: BlockSink
  readonly headings: 'steps' | 'sections'
  readonly plain: Plain
}

/** A lead-in while it governs: the scope it gives, the branch step it opened, whether it has governed anything yet. */
interface Lead {
  readonly scope: Scope | undefined
  readonly parent: StepDraft | undefined
  fed: boolean
}

/** Where blocks stand: the scope that the container gives them, and whether they are entries of a list. */
interface Place {
  readonly scope: Scope | undefined
  readonly listed: boolean
  readonly quotedKin: boolean
  readonly quoted: boolean
}

/** Reads the blocks of one text, from top to bottom; nearest heading or lead-in wins. */
export class Passage {
  readonly #builder: ScriptBuilder
  readonly #options: PassageOptions
  /** The scopes of the headings above, outermost first. */
  #headings: { depth: number; scope: Scope | undefined }[] = []

  constructor(builder: ScriptBuilder, options: PassageOptions) {
    this.#builder = builder
    this.#options = options
  }

  read(blocks: readonly Block[]): void {
    this.#readBlocks(blocks, { scope: undefined, listed: false, quotedKin: false, quoted: false })
  }

  #readBlocks(blocks: readonly Block[], place: Place): void {
    let lead: Lead | undefined
    const close = () => {
      if (lead?.parent) this.#builder.resume(lead.parent)
      lead = undefined
    }
    for (const [at, block] of blocks.entries()) {
      if (block.kind === 'rule') close()
      else if (block.kind === 'heading') {
        close()
        this.#readHeading(block.lines, block.depth, block.span, place)
      } else if (block.kind === 'paragraph') {
        const units = unitsOf(block.lines, this.#options.cast)
        for (const [number, unit] of units.entries()) {
          const isLast = at === blocks.length - 1 && number === units.length - 1
          const nextUnit = units[number + 1]
          const governs = !isLast && !(nextUnit === undefined && isBreak(blocks[at + 1]))
          const goesOn = nextUnit !== undefined && /^(?:then\b|#|→|->)/iu.test(nextUnit.line.text.value)
          if (lead && this.#endsLead(unit, lead, place)) close()
          const opened = this.#openLead(unit, place, governs, goesOn, lead)
          if (opened) {
            close()
            lead = opened()
          } else {
            this.#readUnit(unit, this.#within(place, lead), nextUnit, governs)
            if (lead) lead.fed = true
          }
        }
      } else {
        this.#readContainer(block, this.#within(place, lead))
        if (lead) lead.fed = true
      }
    }
    close()
  }

  #within(place: Place, lead: Lead | undefined): Place {
    if (!lead) return place.scope || place.listed ? place : { ...place, scope: this.#headings.at(-1)?.scope }
    return { ...place, scope: lead.scope }
  }

  /** A lead-in ends at the first plain line after what it governs. */
  #endsLead(unit: Unit, lead: Lead, place: Place): boolean {
    if (!lead.fed || unit.mark || place.listed) return false
    const { value } = unit.line.text
    const label = splitLabel(unit.line, this.#options.cast)
    if (label?.speaker) return unit.opens && lead.scope?.role === 'mention'
    const quotes = findQuotes(value)
    if (quotes[0]?.start === 0 && isWhollyQuoted(value, quotes)) return false
    return !(isStageDirection(value) || isJumpOnly(value) || /^(?:→|->|then\b)/iu.test(value))
  }

  /** Opens what a unit leads into, if it is a lead-in; the caller closes the lead before. */
  #openLead(
    unit: Unit,
    place: Place,
    governs: boolean,
    goesOn: boolean,
    before: Lead | undefined
  ): (() => Lead) | undefined {
    const { cast } = this.#options
    const { value } = unit.line.text
    if (isTitle(unit, place, governs)) return undefined
    const conditional = splitConditional(unit.line, governs)
    if (conditional) {
      if (!governs || (conditional.rest.text.value !== '' && !goesOn)) return undefined
      return () => {
        const lead = this.#openBranch(conditional)
        if (conditional.rest.text.value === '') return lead
        this.#readUnit(
          { line: conditional.rest, opens: false },
          this.#within({ ...place, scope: undefined }, lead),
          undefined,
          false
        )
        return { ...lead, fed: true }
      }
    }
    const label = splitLabel(unit.line, cast)
    const isEmphasised = isWholly(unit.line, 'strong') || isWholly(unit.line, 'emphasis')
    const endsOpen = /[:：]\s*[)）]?$/u.test(value)
    if (!governs || (!endsOpen && !isEmphasised)) return undefined
    const quotes = findQuotes(value)
    if (isEmphasised && quotes[0] && isWhollyQuoted(value, quotes) && !unit.mark) return () => this.#openObjection(unit)
    if (label?.speaker && label.rest.text.value === '') {
      const role = label.speaker === 'customer' ? 'customer' : 'agent'
      return () => ({
        scope: { role, frame: 'plain', strong: true, label: label.label },
        parent: undefined,
        fed: false
      })
    }
    if (label && label.rest.text.value !== '' && !endsOpen) return undefined
    if (value.length > 200) return undefined
    const scope = scopeOf(value, 'lead-in', cast) ?? this.#kept(place, before)
    return () => {
      if (!scope || scope.frame === 'plain') this.#noteLead(unit.line)
      return { scope, parent: undefined, fed: false }
    }
  }

  /** A lead-in that says nothing about roles leaves those of its surroundings. */
  #kept(place: Place, before: Lead | undefined): Scope | undefined {
    if (before && !before.fed) return before.scope
    return place.scope ?? this.#headings.at(-1)?.scope
  }

  /** A sentence that leads in ("Tell them the police will come:") is itself an order. */
  #noteLead(line: Line): void {
    const { value } = line.text
    const words = value.split(/\s+/).length + (value.match(/\p{Script=Han}/gu)?.length ?? 0) / 2
    if (words > 3) this.#builder.instruct(line.text, this.#options.plain.frame)
  }

  #openBranch({ condition }: Conditional): Lead {
    const builder = this.#builder
    const span = toSource(condition, 0, condition.value.length)
    const parent = builder.current ?? builder.openStep({ id: 'start', title: '', titleSpan: span })
    const step = builder.openStep({ title: condition.value.trim(), titleSpan: span, within: parent })
    builder.branch(step, span, condition, parent)
    const whose = splitLabel({ text: condition, marks: [] }, this.#options.cast)?.speaker ?? 'customer'
    for (const { inner } of findQuotes(condition.value)) {
      const words = condition.value.slice(inner.start, inner.end)
      if (isSpeech(words)) readSpeech(builder, sliceText(condition, inner.start, inner.end), { speaker: whose })
    }
    return { scope: undefined, parent, fed: false }
  }

  /** `**"I can't pay"**` over an answer: the customer says it, and what follows is said then. */
  #openObjection(unit: Unit): Lead {
    return this.#openBranch({ condition: unit.line.text, rest: unit.line })
  }

  #readHeading(lines: readonly Line[], depth: number, span: Span, place: Place): void {
    const kept = lines.filter(line => !/^[=\-_*~#\s]+$/u.test(line.text.value))
    if (kept.length > 1) {
      // Underlined with dashes, but a paragraph: a rule below it is what was meant.
      this.#readBlocks([{ kind: 'paragraph', lines: kept }], place)
      return
    }
    const line = kept[0]
    if (line) this.#openTitle(line, depth, span)
  }

  #openTitle(line: Line, depth: number, span: Span): void {
    const { title, id } = titleOf(line.text.value)
    if (depth === 1 && title !== '') this.#builder.entitle(title)
    const isSituation = findQuotes(title).length > 0 || /^(?:if|when|once)\b|^(?:如果|若|当|當)/iu.test(title)
    const isFirst = this.#headings.length === 0 && depth === 1
    const own =
      isSituation || isFirst
        ? undefined
        : (this.#intentScope(title) ?? scopeOf(line.text.value, 'heading', this.#options.cast))
    this.#headings = this.#headings.filter(heading => heading.depth < depth)
    const inherited = isSituation ? undefined : this.#headings.at(-1)?.scope
    this.#headings.push({ depth, scope: own ?? (depth < 7 ? inherited : undefined) })
    if (title === '' || this.#options.headings === 'sections') return
    this.#builder.openStep({ title, titleSpan: span, ...(id ? { id } : {}) })
  }

  /** `## intent:deny` of a training file stands over what customers say. */
  #intentScope(title: string): Scope | undefined {
    return /^intent:/i.test(title) ? { role: 'customer', frame: 'plain', strong: true } : undefined
  }

  #readUnit(unit: Unit, place: Place, next: Unit | undefined, governs: boolean): void {
    const { line } = unit
    if (isTitle(unit, place, governs)) {
      const span = toSource(line.text, 0, line.text.value.length)
      const split = splitStep(line)
      this.#openTitle(split.title, 7, span)
      if (split.rest.text.value !== '')
        this.#readUnit(
          { line: split.rest, opens: false },
          this.#within({ ...place, scope: undefined }, undefined),
          next,
          governs
        )
      return
    }
    const framed =
      unit.mark === 'bad' && place.scope?.frame !== 'forbidden' ? { ...place, scope: forbiddenMark } : place
    const marked = unit.mark === 'good' && place.scope?.frame === 'forbidden' ? { ...framed, scope: undefined } : framed
    const listed = unit.mark !== undefined || marked.listed
    const conditional = marked.scope?.frame === 'forbidden' ? undefined : splitConditional(line, false)
    if (conditional) this.#readConditional(conditional, { ...marked, listed })
    else if (this.#isAnswerToJump(line, next)) this.#branchOn(line, next!)
    else if (isJumpOnly(line.text.value) || findJump(line.text.value)?.sure) this.#readJump(line, { ...marked, listed })
    else this.#readLabelled(line, { ...marked, listed })
  }

  /** A customer's line with nothing but a jump below it is a branch on these words. */
  #isAnswerToJump(line: Line, next: Unit | undefined): boolean {
    const quotes = findQuotes(line.text.value)
    return (
      next !== undefined &&
      quotes.length > 0 &&
      isWhollyQuoted(line.text.value, quotes) &&
      isJumpOnly(next.line.text.value) &&
      !next.opens
    )
  }

  #branchOn(line: Line, _next: Unit): void {
    const { inner } = findQuotes(line.text.value)[0]!
    const words = sliceLine(line, inner.start, inner.end).text
    readSpeech(this.#builder, words, { speaker: 'customer' })
    this.#pending = words
  }

  /** The words that the jump on the next line depends on. */
  #pending: Line['text'] | undefined

  #readJump(line: Line, place: Place): void {
    const jump = findJump(line.text.value)!
    const condition = this.#pending
    this.#pending = undefined
    const target = jump.sure ? { name: jump.name } : { name: jump.name, unsure: true }
    if (!isJumpOnly(line.text.value) || !jump.sure) this.#readLabelled(line, place)
    this.#builder.branch(target, toSource(line.text, 0, line.text.value.length), condition)
  }

  #readConditional({ condition, rest }: Conditional, place: Place): void {
    const builder = this.#builder
    const span = toSource(condition, 0, condition.value.length)
    const jump = findJump(rest.text.value)
    if (jump?.sure && isJumpOnly(rest.text.value)) {
      builder.branch({ name: jump.name }, span, condition)
      return
    }
    const lead = this.#openBranch({ condition, rest })
    if (rest.text.value !== '')
      this.#readUnit(
        { line: rest, opens: false },
        { ...place, scope: place.scope?.role === 'customer' ? undefined : place.scope },
        undefined,
        false
      )
    if (lead.parent) builder.resume(lead.parent)
  }

  #readLabelled(line: Line, place: Place): void {
    const label = splitLabel(line, this.#options.cast)
    const forbids = place.scope?.frame === 'forbidden' || place.scope?.frame === 'quoted'
    if (label?.speaker && label.rest.text.value !== '' && !forbids) {
      readSpeech(this.#builder, label.rest.text, {
        speaker: label.speaker,
        label: label.label,
        frame: this.#options.plain.frame
      })
      return
    }
    if (label && !label.speaker && label.rest.text.value !== '' && this.#readBehindLabel(label, line, place)) return
    this.#readText(line, place)
  }

  /** `Response: "…"`, `Why: …`: a lead-in and what it governs on one line. */
  #readBehindLabel(label: Labelled, line: Line, place: Place): boolean {
    const scope = scopeOf(label.label, 'lead-in', this.#options.cast)
    if (!scope) return false
    const isShown = scope.frame === 'quoted'
    if (!isShown && (place.scope?.frame ?? 'plain') !== 'plain') return false
    const { value } = label.rest.text
    const quotes = findQuotes(value)
    if (isShown) this.#builder.mention(line.text, 'quoted')
    else if (scope.role === 'mention' && quotes.length > 0 && isWhollyQuoted(value, quotes))
      this.#readText(label.rest, { ...place, scope })
    else if (scope.frame === 'plain' && scope.role === 'agent' && (quotes.length > 0 || soundsSpoken(value)))
      this.#readText(label.rest, { ...place, scope })
    else if (scope.frame === 'plain' && scope.role === 'customer' && quotes.length > 0)
      this.#readText(label.rest, { ...place, scope })
    else return false
    return true
  }

  #readText(line: Line, place: Place): void {
    const scope = place.scope ?? (place.quoted && this.#isSaid(line) ? said : undefined)
    readText(this.#builder, line.text, {
      scope,
      plain: this.#options.plain,
      listed: place.listed,
      quotedKin: place.quotedKin
    })
  }

  /** A block quote inside a step is speech, unless it orders, notes or explains. */
  #isSaid(line: Line): boolean {
    const { value } = line.text
    const isNote =
      line.marks.some(mark => mark.kind === 'strong' && mark.start === 0) ||
      splitLabel(line, this.#options.cast) !== undefined
    return (
      !isNote &&
      (soundsSpoken(value) ||
        (this.#headings.length > 1 && !imperativeStart.test(value) && findQuotes(value).length === 0))
    )
  }

  #readContainer(block: Exclude<Block, { kind: 'heading' | 'paragraph' | 'rule' }>, place: Place): void {
    if (block.kind === 'list') this.#readList(block.items, place)
    else if (block.kind === 'quote') this.#readBlocks(block.blocks, { ...place, quoted: true })
    else if (block.kind === 'table') this.#readTable(block.header, block.rows, place)
    else this.#readFence(block, place)
  }

  #readList(items: readonly ListEntry[], place: Place): void {
    const quotedKin = items.some(item => startsQuoted(item.blocks[0]))
    for (const item of items) {
      const [first, ...rest] = item.blocks
      if (!first) continue
      const inside = { ...place, listed: true, quotedKin }
      const isStep =
        item.number !== undefined &&
        first.kind === 'paragraph' &&
        this.#isNumberedStep(first.lines, rest.length, items.length)
      if (isStep && first.kind === 'paragraph') {
        const [title, ...lines] = first.lines
        this.#openTitle(title!, 7, toSource(title!.text, 0, title!.text.value.length))
        const body: Block[] = lines.length > 0 ? [{ kind: 'paragraph', lines }, ...rest] : [...rest]
        this.#readBlocks(body, { ...place, scope: undefined })
      } else if (!this.#isReplyName(first)) this.#readBlocks(item.blocks, inside)
    }
  }

  /** `4. Reason for call` with its text right below is a heading in all but form. */
  #isNumberedStep(lines: readonly Line[], restLength: number, siblings: number): boolean {
    const title = lines[0]!.text.value
    return isStepTitle(title) && (lines.length > 1 || (siblings === 1 && restLength > 0))
  }

  /** `utter_greet`, `action_listen`: names of what another file holds. */
  #isReplyName(block: Block): boolean {
    if (block.kind !== 'paragraph') return false
    const text = joinLines(block.lines).text
    if (!/^(?:utter_\w+|action_\w+|slot\{.*\}|form\{.*\}|[a-z]+(?:_[a-z]+)+(?:\{.*\})?)$/.test(text.value)) return false
    this.#builder.skip('name of a reply, an intent or an action', toSource(text, 0, text.value.length))
    return true
  }

  #readFence({ info, text, span }: Extract<Block, { kind: 'fence' }>, place: Place): void {
    const kind = fenceKind(info, text.value)
    if (kind === 'flowchart') readFlowchart(this.#builder, text)
    else if (kind !== 'prose')
      this.#builder.skip(kind === 'code' ? `program text${info ? ` (${info})` : ''}` : 'diagram', span)
    else if (this.#depth >= 4) this.#builder.skip('fences nested too deep', span)
    else {
      const before = this.#headings
      this.#depth++
      const scope = place.scope ?? this.#headings.at(-1)?.scope
      this.#readBlocks(parseBlocks(text, this.#options.sink), { ...place, listed: false, scope })
      this.#depth--
      this.#headings = before
    }
  }

  #depth = 0

  #readTable(header: readonly Line[], rows: readonly (readonly Line[])[], place: Place): void {
    const columns = columnsOf(header, this.#options.cast)
    const inside: Place = { ...place, listed: true, quotedKin: false }
    for (const row of rows) {
      const speakerAt = columns.findIndex(column => column.kind === 'speaker')
      const name = row[speakerAt]?.text.value ?? ''
      for (const [at, cell] of row.entries()) {
        const column = columns[at]
        const { line, mark } = takeMark(cell)
        if (!column || column.kind === 'skip' || column.kind === 'speaker' || line.text.value === '') continue
        if (column.kind === 'dialogue') this.#readTurn(name, line, inside)
        else {
          const scope = mark === 'bad' ? forbiddenMark : (column.scope ?? place.scope)
          this.#readLabelled(line, { ...inside, scope })
        }
      }
    }
  }

  #readTurn(name: string, line: Line, place: Place): void {
    const scope = scopeOf(name, 'lead-in', this.#options.cast)
    if (scope?.label && !isStageDirection(line.text.value)) {
      const speaker = scope.role === 'customer' ? 'customer' : 'agent'
      readSpeech(this.#builder, line.text, { speaker, label: name.trim() })
    } else this.#readText(line, place)
  }
}

const forbiddenMark: Scope = { role: 'instruction', frame: 'forbidden', strong: false }
const said: Scope = { role: 'agent', frame: 'plain', strong: true }

/** What a lead-in cannot govern. */
function isBreak(block: Block | undefined): boolean {
  return block === undefined || block.kind === 'heading' || block.kind === 'rule'
}

function startsQuoted(block: Block | undefined): boolean {
  return (
    block?.kind === 'paragraph' &&
    /^(?:[\s•]|\p{Extended_Pictographic}|\uFE0F|[✓✗✘])*["“「『'‘]/u.test(block.lines[0]?.text.value ?? '')
  )
}

/** A line that stands as a heading: `Step 2: …`, `**VM-A**`, `ACTIVE ACCOUNTS`, `12. Referrals`, `一、开场白`. */
function isTitle(unit: Unit, place: Place, governs: boolean): boolean {
  const { value } = unit.line.text
  if (
    /^(?:step|stage|phase)\s*\d+(?:\.\d+)?\s*(?:[:：.–—-]|$)/iu.test(value) ||
    /^第[\d一二三四五六七八九十]+[步阶階][段]?\s*[:：.、]?/u.test(value)
  )
    return value.length < 200
  if (unit.mark === 'good' || unit.mark === 'bad' || (place.scope?.frame === 'forbidden' && place.listed)) return false
  if (unit.number !== undefined) return governs && !place.listed && isStepTitle(value)
  if (place.listed || unit.mark) return false
  if (isCapitals(value)) return governs
  if (/^(?:[一二三四五六七八九十壹貳叁參肆伍陸柒捌玖]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u.test(value))
    return isStepTitle(value)
  return (
    isWholly(unit.line, 'strong') && !/[:：]\s*$/u.test(value) && isStepTitle(value) && findQuotes(value).length === 0
  )
}

/** The title of a step and the text that goes on behind it on the same line. */
function splitStep(line: Line): { title: Line; rest: Line } {
  const { value } = line.text
  const head =
    /^(?:step|stage|phase)\s*\d+(?:\.\d+)?\s*[:：.–—-]?\s*|^第[\d一二三四五六七八九十]+[步阶階][段]?\s*[:：.、]?\s*/iu.exec(
      value
    )
  if (!head) return { title: line, rest: sliceLine(line, value.length) }
  const tail = value.slice(head[0].length)
  if (tail === '' || isStepTitle(tail)) return { title: line, rest: sliceLine(line, value.length) }
  return { title: sliceLine(line, 0, head[0].length), rest: sliceLine(line, head[0].length) }
}
