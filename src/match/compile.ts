import type { AutomatonTables, Phrase } from './automaton.ts'
import { buildAutomaton } from './automaton.ts'
import { nounForms, verbForms } from './inflect.ts'
import type { Concept, Lexicon, TokenKind } from './lexicon.ts'
import { splitWords } from './lexicon.ts'
import type { Pattern, PatternNode } from './pattern.ts'
import { conceptsIn, isPatternError, isRequired, parsePattern } from './pattern.ts'
import type { AnchoredPattern, PatternCode } from './pattern-code.ts'
import { encodePatterns } from './pattern-code.ts'
import type { CompiledNode } from './sequence.ts'
import type { StanceCue, StanceSymbols } from './stance.ts'
import { stanceConcepts } from './stance.ts'

/** Plain data and numbers only, so that it can be stored when the program is built. */
export interface CompiledLexicon {
  /** Words by id; the first has id 1. */
  readonly words: readonly string[]
  readonly automaton: AutomatonTables
  readonly patterns: PatternCode
  readonly levels: number
  readonly tokenSymbols: readonly { readonly kind: TokenKind; readonly symbol: number }[]
  readonly stance: StanceSymbols
  /** What each symbol stands for: a concept's name, or a literal in quotes. */
  readonly names: readonly string[]
}

/**
 * Turns a lexicon into symbols, one automaton and anchored patterns.
 * @throws when a pattern cannot be parsed or names a concept that is not there, or concepts lead back to
 * themselves: whoever read the pack has checked that and told the user.
 */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const compiler = new Compiler(lexicon)
  return compiler.compile()
}

class Compiler {
  readonly #lexicon: Lexicon
  readonly #byName: Map<string, Concept>
  readonly #symbols = new Map<string, number>()
  readonly #names: string[] = []
  readonly #phrases: Phrase[] = []
  readonly #ids = new Map<string, number>()
  readonly #levels = new Map<string, number>()
  readonly #costs: number[] = []
  readonly #patterns: AnchoredPattern[] = []

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#byName = new Map(lexicon.concepts.map(concept => [concept.name, concept]))
  }

  compile(): CompiledLexicon {
    for (const concept of this.#lexicon.concepts) this.#concept(concept.name, [])
    this.#lexicon.patterns.forEach((source, place) => {
      const { parts } = parse(source)
      const level = Math.max(0, ...parts.map(part => this.#levelOf(part)))
      this.#pattern(parts, { produces: place, isConcept: false, level })
    })
    return {
      words: [...this.#ids.keys()],
      automaton: buildAutomaton(this.#phrases),
      patterns: encodePatterns(this.#patterns, this.#names.length),
      levels: 1 + this.#patterns.reduce((most, pattern) => Math.max(most, pattern.level), 0),
      tokenSymbols: this.#lexicon.concepts.flatMap(concept =>
        concept.tokens.map(kind => ({ kind, symbol: this.#symbols.get(concept.name)! }))
      ),
      stance: stanceSymbols(this.#symbols),
      names: this.#names
    }
  }

  /** Compiles a concept after those it is made of; returns its level. */
  #concept(name: string, trail: readonly string[]): number {
    const known = this.#levels.get(name)
    if (known !== undefined) return known
    const concept = this.#byName.get(name)
    if (!concept) throw new Error(`there is no concept "${name}"`)
    if (trail.includes(name))
      throw new Error(`the concept "${name}" leads back to itself: ${[...trail, name].join(' → ')}`)
    const patterns = concept.patterns.map(parse)
    const used = patterns.flatMap(pattern => pattern.parts.flatMap(part => [...conceptsIn(part)]))
    const level = Math.max(0, ...used.map(other => this.#concept(other, [...trail, name])))
    const symbol = this.#symbol(name)
    for (const phrase of concept.phrases) this.#phrase(splitWords(phrase), symbol)
    if (concept.tokens.length) this.#costs[symbol]! += tokenKindCost
    for (const pattern of patterns) {
      this.#costs[symbol]! += this.#pattern(pattern.parts, { produces: symbol, isConcept: true, level })
    }
    const own = patterns.length ? level + 1 : 0
    this.#levels.set(name, own)
    return own
  }

  #levelOf(node: PatternNode): number {
    return Math.max(0, ...[...conceptsIn(node)].map(name => this.#levels.get(name) ?? this.#missing(name)))
  }

  #missing(name: string): never {
    throw new Error(`there is no concept "${name}"`)
  }

  /** Adds a pattern, anchored by its rarest required item; returns how often that is met, roughly. */
  #pattern(parts: readonly PatternNode[], rest: Pick<AnchoredPattern, 'produces' | 'isConcept' | 'level'>): number {
    if (!parts.every(isRequired)) throw new Error('a part of a pattern requires nothing')
    const nodes = parts.map(part => this.#node(part))
    const needs = nodes.flatMap(node => this.#needs(node)).sort((a, b) => this.#cost(a) - this.#cost(b))
    const [anchors, ...others] = needs
    this.#patterns.push({ ...rest, parts: nodes, anchors: anchors!, needs: others })
    return this.#cost(anchors!)
  }

  #node(node: PatternNode): CompiledNode {
    if (node.kind === 'concept')
      return { kind: 'symbol', symbol: this.#symbols.get(node.name) ?? this.#missing(node.name) }
    if (node.kind === 'gap') return { kind: 'gap', width: node.words * 2, across: node.across }
    if (node.kind === 'word') return { kind: 'symbol', symbol: this.#literal([node]) }
    if (node.kind === 'choice') return { ...node, options: node.options.map(option => this.#node(option)) }
    return { kind: 'sequence', items: this.#joinWords(node.items) }
  }

  /** Words in a row are one literal: fewer symbols, and rarer ones. */
  #joinWords(items: readonly PatternNode[]): CompiledNode[] {
    const joined: CompiledNode[] = []
    for (let at = 0; at < items.length; ) {
      const words: Word[] = []
      for (
        let item = items[at];
        item?.kind === 'word' && !(words.length && (item.inflected || words[0]!.inflected));
        item = items[++at]
      )
        words.push(item)
      if (words.length) joined.push({ kind: 'symbol', symbol: this.#literal(words) })
      else joined.push(this.#node(items[at++]!))
    }
    return joined
  }

  #literal(words: readonly Word[]): number {
    const inflected = words[0]!.inflected
    const keys = words.map(word => word.key)
    const name = `"${keys.join(' ')}${inflected ? '~' : ''}"`
    const known = this.#symbols.get(name)
    if (known !== undefined) return known
    const symbol = this.#symbol(name)
    if (!inflected) this.#phrase(keys, symbol)
    else for (const form of new Set([...verbForms(keys[0]!), ...nounForms(keys[0]!)])) this.#phrase([form], symbol)
    return symbol
  }

  #symbol(name: string): number {
    const known = this.#symbols.get(name)
    if (known !== undefined) return known
    const symbol = this.#names.push(name) - 1
    this.#symbols.set(name, symbol)
    this.#costs.push(0)
    return symbol
  }

  #phrase(keys: readonly string[], symbol: number): void {
    this.#phrases.push({ ids: keys.map(key => this.#id(key)), output: symbol })
    this.#costs[symbol]! += Math.min(...keys.map(wordCost)) / keys.length
  }

  #id(key: string): number {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.#ids.size + 1)
    return this.#ids.size
  }

  #cost(symbols: readonly number[]): number {
    return symbols.reduce((sum, symbol) => sum + this.#costs[symbol]!, 0)
  }

  /** What cannot be left out of a node, each as symbols of which one has to be there; of alternatives, the rarest need of each. */
  #needs(node: CompiledNode): readonly (readonly number[])[] {
    if (node.kind === 'symbol') return [[node.symbol]]
    if (node.kind === 'gap') return []
    if (node.kind === 'sequence') return node.items.flatMap(item => this.#needs(item))
    const options = node.options.map(option => this.#needs(option))
    if (node.optional || options.some(needs => needs.length === 0)) return []
    const rarest = options.map(needs =>
      needs.reduce((best, other) => (this.#cost(other) < this.#cost(best) ? other : best))
    )
    return [[...new Set(rarest.flat())]]
  }
}

type Word = Extract<PatternNode, { kind: 'word' }>

/** How common a word is in ordinary calls, roughly; only the choice of anchors hangs on it. */
const veryCommon = new Set(
  'the a an to of and or in on at for with from by is are be will would can may i you we they he she it your our my their his her this that not do have has if as so what when who all any no please now here there 的 了 你 您 我 们 他 她 是 不 在 有 会 就 要 这 那 给 和 也 到 说 没 一 个 人'.split(
    ' '
  )
)
const common = new Set(
  'call calls account pay payment paid money help time thank thanks let know name number see look ask say want need good morning today tomorrow day days month week plan card bank balance due date send make get take come work talk speak phone address 好 请 问 谢 今 天 日 月 可 以 能 吗 还 款 帐 账 单 号 电 话 来 去 时 间 方 便 下 上 先 再 们 什 么 多 大 家 公 司 里 客 户 联 系 银 行 卡 钱'.split(
    ' '
  )
)
const tokenKindCost = 400

function wordCost(key: string): number {
  if (veryCommon.has(key)) return 400
  if (common.has(key)) return 150
  return key.length === 1 ? 60 : 10
}

function parse(source: string): Pattern {
  const parsed = parsePattern(source, splitWords)
  if (isPatternError(parsed))
    throw new Error(`the pattern "${source}" is wrong at character ${parsed.at + 1}: ${parsed.message}`)
  return parsed
}

function stanceSymbols(symbols: ReadonlyMap<string, number>): StanceSymbols {
  const found = Object.entries(stanceConcepts).map(([cue, name]) => [cue as StanceCue, symbols.get(name)] as const)
  return Object.fromEntries(found.filter(([, symbol]) => symbol !== undefined))
}
