/** Draws a cell: text in its tone, cut with an ellipsis, right-to-left text from its own side; the outline's triangle; the mark of a misfit. */
import type { DrawCellCallback } from '@glideapps/glide-data-grid'
import type { GridColours } from './gridTheme'
import { cut } from './cutText'
import { drawBadges, drawCheck, drawMark, drawSkeleton } from './drawMarks'
import { INDENT, TREE_LEFT, type GridCellView } from './model'

type DrawArgs = Parameters<DrawCellCallback>[0]
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Where the text of an outline cell begins, from the left edge of the cell. */
export function textOffset(view: GridCellView): number {
  return view.tree ? TREE_LEFT + view.tree.depth * INDENT + 18 : 8
}

export function drawCell(args: DrawArgs, view: GridCellView, colours: GridColours): void {
  const { ctx, rect } = args
  const font = `${args.theme.baseFontStyle} ${args.theme.fontFamily}`
  const ground = view.fresh ? colours.fresh : view.fill ? colours[`${view.fill}Soft`] : view.heading ? colours.ground : undefined
  if (ground) {
    ctx.fillStyle = ground
    ctx.fillRect(rect.x, rect.y, rect.width, rect.height - 1)
  }
  if (view.skeleton) return drawSkeleton(ctx, rect, colours.line)
  if (view.check !== undefined) return drawCheck(ctx, rect, view.check, colours)
  if (view.tree && view.tree.open !== null) drawTriangle(ctx, rect.x + TREE_LEFT + view.tree.depth * INDENT + 5, rect.y + rect.height / 2, view.tree.open, colours.dim)
  if (view.mark) drawMark(ctx, rect.x + textOffset(view) + 7, rect.y + rect.height / 2, view.mark, colours)
  if (view.badges) drawBadges(ctx, rect, view.badges, args.theme, colours)
  else if (view.text) drawText(args, view, colours, view.tone === 'strong' ? `600 ${font}` : font)
  if (view.problem || view.advice) drawCorner(ctx, rect, view.problem ? colours.red : colours.amber)
  if (view.noted) drawDot(ctx, rect, colours.accent)
}

function drawText({ ctx, rect }: DrawArgs, view: GridCellView, colours: GridColours, font: string): void {
  const left = rect.x + textOffset(view) + (view.mark ? 20 : 0)
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
  if (view.leads) underline(ctx, fromRight ? right : left, rect.y + rect.height / 2 + 8, ctx.measureText(text).width, fromRight)
  ctx.direction = 'ltr'
  ctx.textAlign = 'left'
}

function colourOf(view: GridCellView, colours: GridColours): string {
  if (view.problem) return colours.red
  if (view.pending || view.tone === 'dim' || view.head) return colours.dim
  if (view.leads) return colours.accent
  if (view.tone === 'late') return colours.amber
  return view.tone && view.tone !== 'strong' ? colours[view.tone] : colours.text
}

function underline(ctx: CanvasRenderingContext2D, x: number, y: number, width: number, fromRight: boolean): void {
  ctx.fillRect(fromRight ? x - width : x, y, width, 1)
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

function drawDot(ctx: CanvasRenderingContext2D, rect: DrawArgs['rect'], colour: string): void {
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.arc(rect.x + 7, rect.y + rect.height / 2, 2.5, 0, Math.PI * 2)
  ctx.fill()
}
