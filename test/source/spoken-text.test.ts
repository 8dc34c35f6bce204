import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SpokenText } from '../../src/source/index.ts'
import {
  composeText,
  concatText,
  decodedText,
  sliceText,
  toSource,
  trimText,
  verbatimText
} from '../../src/source/index.ts'

/** A source in which some pieces are spelled `<n>`, and the text that it decodes to. */
interface Sample {
  readonly source: string
  readonly text: SpokenText
}

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }).map(word => ({ word, isDecoded: false })),
  fc.constantFrom('é', '😀', '您', '\n', '…').map(word => ({ word, isDecoded: true }))
)

const sample: fc.Arbitrary<Sample> = fc.array(piece, { maxLength: 12 }).map(pieces => {
  let source = ''
  const texts: SpokenText[] = []
  for (const { word, isDecoded } of pieces) {
    const start = source.length
    source += isDecoded ? `<${word.codePointAt(0)}>` : word
    texts.push(isDecoded ? decodedText(word, { start, end: source.length }) : verbatimText(word, start))
  }
  return { source, text: concatText(texts) }
})

/** Every segment must lead to source that decodes to its part of the value. */
function expectWayBack({ source, text }: Sample): void {
  let at = 0
  for (const { start, end, sourceStart, sourceEnd, decoded } of text.segments) {
    expect(start).toBe(at)
    at = end
    const piece = source.slice(sourceStart, sourceEnd)
    const whole = decoded ? String.fromCodePoint(Number(/^<(\d+)>$/.exec(piece)![1])) : piece
    expect(decoded ? whole.includes(text.value.slice(start, end)) : whole === text.value.slice(start, end)).toBe(true)
  }
  expect(at).toBe(text.value.length)
}

test('segments cover the value and lead to the source they were read from', () => {
  fc.assert(fc.property(sample, expectWayBack))
})

test('a slice has the value of the slice and keeps the way back', () => {
  fc.assert(
    fc.property(sample, fc.nat(40), fc.nat(40), ({ source, text }, a, b) => {
      const slice = sliceText(text, Math.min(a, b), Math.max(a, b))
      expect(slice.value).toBe(text.value.slice(Math.min(a, b), Math.max(a, b)))
      expectWayBack({ source, text: slice })
    })
  )
})

test('slices put together again are the text', () => {
  fc.assert(
    fc.property(sample, fc.nat(40), ({ text }, at) => {
      expect(concatText([sliceText(text, 0, at), sliceText(text, at)]).value).toBe(text.value)
    })
  )
})

test('the span of a text lies in the source and holds all of it', () => {
  fc.assert(
    fc.property(sample, ({ source, text }) => {
      const span = toSource(text, 0, text.value.length)
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(source.length)
      for (const segment of text.segments) {
        expect(segment.sourceStart).toBeGreaterThanOrEqual(span.start)
        expect(segment.sourceEnd).toBeLessThanOrEqual(span.end)
      }
    })
  )
})

test('text read out of text leads to the first source', () => {
  fc.assert(
    fc.property(sample, fc.nat(20), fc.nat(20), ({ source, text }, from, length) => {
      const inner = verbatimText(text.value.slice(from, from + length), from)
      const composed = composeText(inner, text)
      expect(composed.value).toBe(inner.value)
      expectWayBack({ source, text: composed })
    })
  )
})

test('trimming takes white space off both ends only', () => {
  const text = trimText(verbatimText('  a  b \n', 10))
  expect(text.value).toBe('a  b')
  expect(toSource(text, 0, 1)).toEqual({ start: 12, end: 13 })
})
