import type { SpokenText } from '../../source/index.ts'
import { findQuotes, isSpeech } from '../prose/quotes.ts'
import { readSpeech } from '../prose/speech.ts'
import { spokenMark } from '../prose/vocabulary.ts'
import { slugOf } from '../slug.ts'
import type { Place, Reading, Role } from './reading.ts'
import type { YamlScalar } from './tree.ts'

/** Longer instructions are prompts: they have an inner order, with quotations, lists and headings. */
const longText = 200

/** Adds one text in its role. `label` is the speaker's name in the file. */
export function addPart(reading: Reading, role: Role, node: YamlScalar, place: Place, label?: string): void {
  const words = node.text.value.trim()
  if (words === '') return
  if (isExpression(words)) {
    reading.notes.add(place.path, 'a formula or an address', node.span)
    return
  }
  enterStep(reading, place, place.head ?? node)
  addText(reading, role, node.text, place, label)
  if (reading.builder.current) reading.entry ??= reading.builder.current
}

function addText(reading: Reading, role: Role, text: SpokenText, place: Place, label?: string): void {
  const { builder } = reading
  const name = label ? { label } : {}
  if (role === 'say') readSpeech(builder, text, { speaker: 'agent', ...name })
  else if (role === 'customer') readSpeech(builder, text, { speaker: 'customer', ...name })
  else if (role === 'mention') builder.mention(text)
  else if (role === 'script') {
    if (isProse(text.value)) readPassage(reading, text, 'utterance', place)
    else readSpeech(builder, text, { speaker: 'agent' })
  } else if (role === 'never') {
    // Wording is shown, not said; an act is an order turned around.
    if (isSpeech(text.value) || hasSpeech(text) || isTerm(text.value)) builder.mention(text, 'forbidden')
    else builder.instruct(text, 'forbidden')
  } else if (isProse(text.value) || text.value.length > longText || hasSpeech(text)) {
    readPassage(reading, text, 'instruction', place)
  } else {
    builder.instruct(text)
  }
}

/**
 * Makes the place's step the current one. At the top of a file, text after a run of steps belongs
 * to none of them and gets a step of its own, named by its key.
 */
function enterStep(reading: Reading, place: Place, titled: YamlScalar): void {
  if (place.step) {
    reading.builder.resume(place.step)
  } else if (reading.detached) {
    reading.detached = false
    const title = titled.text.value.length > 60 || titled.text.value.includes('\n') ? '' : titled.text.value
    reading.builder.openStep({ id: slugOf(title) || 'more', title, titleSpan: titled.span })
  }
}

/** Headings open steps only where the prompt is the script, not a part of one of its steps. */
function readPassage(reading: Reading, text: SpokenText, plain: 'instruction' | 'utterance', place: Place): void {
  const { builder } = reading
  const before = builder.current
  reading.readProse(builder, text, { plain, headings: place.step ? 'sections' : 'steps', cast: reading.cast })
  if (!place.step && builder.current !== before && builder.current?.opening.title) reading.detached = true
}

function isProse(value: string): boolean {
  return value.trim().includes('\n')
}

function hasSpeech({ value }: SpokenText): boolean {
  return findQuotes(value).some(({ inner }) => isSpeech(value.slice(inner.start, inner.end)))
}

/** A formula of a workflow tool, or an address. */
function isExpression(value: string): boolean {
  return /^(?:=\{\{[^\n]{0,200}\}\}|https?:\/\/\S+)$/.test(value)
}

/** A single word, as lists of forbidden words have them. */
function isTerm(value: string): boolean {
  return !/\s/u.test(value.trim()) && (value.match(/\p{Script=Han}/gu)?.length ?? 0) < 4
}

/** Whether a text under an unknown key reads like words for people rather than like a setting. */
export function isSentence(value: string): boolean {
  const han = value.match(/\p{Script=Han}/gu)?.length ?? 0
  if (han > 0) return han >= 8
  return value.split(/\s+/).filter(word => /\p{L}{2}/u.test(word)).length >= 4
}

/** What a sentence is that no key explains: said where it speaks to somebody, else an order. */
export function looseRole(value: string): Role {
  const words = value.trim()
  return spokenMark.test(words) || /[?？]$/u.test(words) ? 'say' : 'instruct'
}

/** A name that a program gave: `out_of_statute`. */
export function isCodeName(value: string): boolean {
  return /^[a-z0-9]+(?:[_-][a-z0-9]+)+$/i.test(value.trim())
}

/** Whether a text in a group of lines is wording: anything but a bare name, number or code. */
export function isWording(value: string): boolean {
  return /\S\s+\S/u.test(value.trim()) || /[^\x00-\x7f]/.test(value)
}
