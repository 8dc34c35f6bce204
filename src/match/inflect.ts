// English forms, so that a concept lists a word once. Regular spelling plus the irregular verbs and
// nouns; a phrase is inflected in its first word ("lock up" → "locked up") for verbs and in its last
// word ("police officer" → "police officers") for nouns.

/** base past participle; where past and participle are the same, two words. */
const irregularVerbs = new Map(
  `arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|learn learnt|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|overhear overheard|overtake overtook overtaken|pay paid|prove proved proven|put put|quit quit|read read|repay repaid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|smell smelt|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|string strung|strip stripped|swear swore sworn|sweep swept|swell swelled swollen|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|undo undid undone|upset upset|wake woke woken|wear wore worn|weep wept|win won|withdraw withdrew withdrawn|write wrote written`
    .split('|')
    .map(row => row.split(' '))
    .map(([base, past, participle]) => [base!, [past!, participle ?? past!]] as const)
)

const irregularNouns = new Map(
  'man men|woman women|child children|person people|wife wives|life lives|knife knives|thief thieves|half halves|leaf leaves|shelf shelves|self selves|foot feet|tooth teeth|goose geese|mouse mice|crisis crises|basis bases|police police|staff staff|news news|series series|next next'
    .split('|')
    .map(row => row.split(' ') as [string, string])
)

const unsuffixed = new Set(
  'visit edit exit credit audit limit target profit benefit market budget forfeit comfort harass discuss open happen listen offer suffer cover enter answer order threaten frighten mention question reason station pressure gather register remember deliver consider bother recover whatsapp'.split(
    ' '
  )
)

/** All forms of a verb, the base first: `tell`, `tells`, `told`, `telling`. */
export function verbForms(phrase: string): string[] {
  const [verb, ...rest] = phrase.split(' ')
  const tail = rest.length ? ` ${rest.join(' ')}` : ''
  return unique(conjugate(verb!)).map(form => form + tail)
}

/** Singular and plural of a noun. */
export function nounForms(phrase: string): string[] {
  const words = phrase.split(' ')
  const at = headNoun(words)
  const plural = pluralOf(words[at]!)
  return unique([phrase, words.map((word, index) => (index === at ? plural : word)).join(' ')])
}

function conjugate(verb: string): string[] {
  if (verb === 'be') return ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being']
  const irregular = irregularVerb(verb)
  const past = irregular ?? [pastOf(verb)]
  return [verb, thirdPerson(verb), ...past, gerundOf(verb)]
}

/** "retell" is told like "tell". */
function irregularVerb(verb: string): readonly string[] | undefined {
  const known = irregularVerbs.get(verb)
  if (known) return known
  const prefix = /^(?:re|over|out|mis|un)-?(?=[a-z]{3})/.exec(verb)?.[0]
  const inner = prefix && irregularVerbs.get(verb.slice(prefix.length))
  return inner ? inner.map(form => prefix + form) : undefined
}

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has'
  if (verb === 'do' || verb === 'go' || verb === 'undergo') return `${verb}es`
  return withS(verb)
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${doubled(verb)}ed`
}

function gerundOf(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`
  if (/[^eyo]e$/.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`
  return `${doubled(verb)}ing`
}

/** The last consonant is doubled after one short, stressed vowel: stop → stopped, refer → referred, visit → visited. */
function doubled(verb: string): string {
  if (/[^aeiou]?ic$/.test(verb)) return `${verb}k`
  if (!/^(?:.*[^aeiou])?(?:qu)?[aeiou][bdfgklmnprstvz]$/.test(verb) || unsuffixed.has(verb)) return verb
  const syllables = verb.replace(/qu/g, 'q').match(/[aeiouy]+/g)?.length ?? 1
  const stressedLast =
    /(?:fer|mit|bel|pel|cur|gret|dmit|lot|bet|get|gin|set|put|cut|run|quit|trap|wrap|chat|shop|drop|plan|gram)$/.test(
      verb
    )
  if (syllables > 1 && !stressedLast && !/(?:vel|cel|bel|nel|sel)$/.test(verb)) return verb
  return verb + verb.at(-1)
}

function pluralOf(noun: string): string {
  return irregularNouns.get(noun) ?? compoundPlural(noun) ?? withS(noun)
}

/** "policeman" → "policemen", "housewife" → "housewives". */
function compoundPlural(noun: string): string | undefined {
  const ending = /(?:man|woman|child|wife|person)$/.exec(noun)?.[0]
  return ending && noun !== ending && noun !== 'human'
    ? noun.slice(0, -ending.length) + irregularNouns.get(ending)
    : undefined
}

/** The noun that takes the plural: "brother-in-law" and "next of kin" take it before the preposition. */
function headNoun(words: readonly string[]): number {
  const preposition = words.findIndex(word => ['of', 'in', 'at', 'for', 'from', 'to', 'on', 'with'].includes(word))
  return preposition > 0 ? preposition - 1 : words.length - 1
}

function withS(word: string): string {
  const hyphenated = /^([a-z]+)((?:-[a-z]+)+)$/.exec(word)
  if (hyphenated && /-(?:in|of|at)-/.test(word)) return pluralOf(hyphenated[1]!) + hyphenated[2]
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return `${word}s`
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)]
}
