/** What a fenced block holds. */
export type FenceKind = 'prose' | 'flowchart' | 'diagram' | 'code'

/** A letter is a template: all of it goes out to the customer. */
export function isLetter(text: string): boolean {
  return /^ *(?:Dear\b|尊敬的|敬啟者|敬启者)|^ *(?:Sincerely|Yours (?:faithfully|sincerely)|此致)\b/mu.test(text)
}

const languages =
  /^(?:ba?sh|sh|shell|zsh|console|powershell|python|py|javascript|js|jsx|typescript|ts|tsx|json[c5l]?|ya?ml|toml|ini|xml|html|css|sql|java|kotlin|swift|go|rust|c|cpp|csharp|cs|php|ruby|rb|perl|http|curl|env|dockerfile|makefile|diff|graphql|proto|regex|csv|jinja2?|handlebars|latex|dot|plantuml)\b/i

/** Sorts a fence by its info string and by what it looks like inside. */
export function fenceKind(info: string, text: string): FenceKind {
  if (/^mermaid\b/i.test(info)) return 'flowchart'
  if (languages.test(info) || looksLikeCode(text)) return 'code'
  const boxes = text.match(/[─│┌┐└┘├┤┬┴┼═║╔╗╚╝↓↑▼▲]/gu)?.length ?? 0
  return boxes >= 3 ? 'diagram' : 'prose'
}

function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  if (lines.length < 2) return /^\s*(?:curl|npm|pip|docker|git|export) /.test(text)
  const code = lines.filter(line =>
    /[;{}]\s*$|^\s*(?:import|from|const|let|var|def|class|function|return|if \(|for \(|while \(|@|#!|\/\/|curl|npm|pip|docker|export) ?|^\s*["'][\w-]+["']\s*:|^\s*[\w.]+\s*=\s*\S|^\s*[\w.]+\(.*\)\s*$|=>\s*\{/.test(
      line
    )
  )
  return code.length > lines.length * 0.5
}
