/** Texts that are longer than their cell. */

const cuts = new Map<string, string>()

/** Cuts a text to a width, remembered by font and width: names repeat on every frame of a scroll. */
export function cut(ctx: CanvasRenderingContext2D, font: string, text: string, width: number): string {
  const key = `${font}|${Math.floor(width)}|${text}`
  const known = cuts.get(key)
  if (known !== undefined) return known
  if (cuts.size > 20_000) cuts.clear()
  let shown = text
  if (ctx.measureText(text).width > width) {
    let [low, high] = [0, text.length]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle
      else high = middle - 1
    }
    shown = low > 0 ? `${text.slice(0, low).trimEnd()}…` : ''
  }
  cuts.set(key, shown)
  return shown
}
