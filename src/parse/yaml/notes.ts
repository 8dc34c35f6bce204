import type { Span } from '../../source/index.ts'
import type { ScriptBuilder } from '../build.ts'

/** Collects what is left out: one note for all places of one kind. */
export interface Notes {
  add(path: string, why: string, span: Span): void
  flush(builder: ScriptBuilder): void
}

/** Notes that are counted by path; a list of a thousand settings is one note. */
export function createNotes(): Notes {
  const notes = new Map<string, { span: Span; why: string; path: string; count: number }>()
  return {
    add(path, why, span) {
      const key = `${path}\n${why}`
      const known = notes.get(key)
      if (known) known.count++
      else notes.set(key, { span, why, path, count: 1 })
    },
    flush(builder) {
      for (const { span, why, path, count } of notes.values()) {
        const times = count === 1 ? '' : ` (${count} times)`
        builder.skip(`${path || 'value'}: ${why}${times}`, span)
      }
      notes.clear()
    }
  }
}
