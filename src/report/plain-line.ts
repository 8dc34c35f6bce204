/** Characters that command a terminal, or turn the direction of a line: shown as escapes, never obeyed. */
const commanding = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** The same without those that JSON itself escapes, and without the line breaks of its layout. */
const commandingInJson = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** Any text as one harmless line: white space collapsed, control characters made visible. */
export function plainLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim())
}

/** Control characters made visible, nothing else changed: for paths, where each blank counts. */
export function visible(text: string): string {
  return text.replace(commanding, escaped)
}

/** A value as JSON, on a line of its own; what JSON leaves as it is and a terminal would obey is escaped too. */
export function harmlessJson(value: unknown, indent?: number): string {
  return `${JSON.stringify(value, undefined, indent).replace(commandingInJson, escaped)}\n`
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
