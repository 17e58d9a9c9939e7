/** Draws a cell: text in its tone, cut with an ellipsis, right-to-left text from its own side; the outline's triangle; the mark of a misfit. */
import type { DrawCellCallback } from '@glideapps/glide-data-grid'
import type { GridColours } from './gridTheme'
import { INDENT, TREE_LEFT, type GridCellView } from './model'

type DrawArgs = Parameters<DrawCellCallback>[0]
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const cuts = new Map<string, string>()

/** Where the text of an outline cell begins, from the left edge of the cell. */
export function textOffset(view: GridCellView): number {
  return view.tree ? TREE_LEFT + view.tree.depth * INDENT + 18 : 8
}

export function drawCell(args: DrawArgs, view: GridCellView, colours: GridColours): void {
  const { ctx, rect } = args
  const font = `${args.theme.baseFontStyle} ${args.theme.fontFamily}`
  if (view.fresh) {
    ctx.fillStyle = colours.fresh
    ctx.fillRect(rect.x, rect.y, rect.width, rect.height - 1)
  }
  if (view.tree && view.tree.open !== null) drawTriangle(ctx, rect.x + TREE_LEFT + view.tree.depth * INDENT + 5, rect.y + rect.height / 2, view.tree.open, colours.dim)
  if (view.text) drawText(args, view, colours, view.tone === 'strong' ? `600 ${font}` : font)
  if (view.problem) drawCorner(ctx, rect, colours.red)
}

function drawText({ ctx, rect }: DrawArgs, view: GridCellView, colours: GridColours, font: string): void {
  const left = rect.x + textOffset(view)
  const right = rect.x + rect.width - 8
  if (right - left < 8) return
  ctx.font = font
  ctx.fillStyle = colourOf(view, colours)
  ctx.textBaseline = 'middle'
  const text = cut(ctx, font, view.text, right - left)
  const rtl = RTL.test(text)
  ctx.direction = rtl ? 'rtl' : 'ltr'
  const fromRight = view.align === 'right'
  ctx.textAlign = fromRight ? 'right' : 'left'
  ctx.fillText(text, fromRight ? right : left, rect.y + rect.height / 2 + 0.5)
  ctx.direction = 'ltr'
  ctx.textAlign = 'left'
}

function colourOf(view: GridCellView, colours: GridColours): string {
  if (view.problem) return colours.red
  if (view.pending || view.tone === 'dim' || view.head) return colours.dim
  if (view.tone === 'critical') return colours.critical
  return view.tone === 'late' ? colours.amber : colours.text
}

/** Cuts a text to a width, remembered by font and width: names repeat on every frame of a scroll. */
function cut(ctx: CanvasRenderingContext2D, font: string, text: string, width: number): string {
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

function drawTriangle(ctx: CanvasRenderingContext2D, x: number, y: number, open: boolean, colour: string): void {
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.beginPath()
  const [wide, high] = open ? [3.5, -1.75] : [-1.75, 3.5]
  if (open) {
    ctx.moveTo(x - wide, y + high)
    ctx.lineTo(x, y - high)
    ctx.lineTo(x + wide, y + high)
  } else {
    ctx.moveTo(x + wide, y - high)
    ctx.lineTo(x - wide, y)
    ctx.lineTo(x + wide, y + high)
  }
  ctx.stroke()
  ctx.lineWidth = 1
}

function drawCorner(ctx: CanvasRenderingContext2D, rect: DrawArgs['rect'], colour: string): void {
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.moveTo(rect.x + rect.width - 8, rect.y)
  ctx.lineTo(rect.x + rect.width, rect.y)
  ctx.lineTo(rect.x + rect.width, rect.y + 8)
  ctx.fill()
}
