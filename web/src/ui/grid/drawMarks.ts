/** What a cell shows beside text: pills, boxes to tick, the shapes of states, the bar of a cell that is still being loaded. */
import type { Rectangle } from '@glideapps/glide-data-grid'
import { cut } from './cutText'
import type { GridColours } from './gridTheme'
import type { GridCellView, Mark } from './model'

type Context = CanvasRenderingContext2D

export function drawSkeleton(ctx: Context, rect: Rectangle, colour: string): void {
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.roundRect(rect.x + 8, rect.y + rect.height / 2 - 5, Math.max(12, Math.min(rect.width - 16, rect.width * 0.6)), 10, 4)
  ctx.fill()
}

export function drawCheck(ctx: Context, rect: Rectangle, ticked: boolean, colours: GridColours): void {
  const [x, y] = [rect.x + rect.width / 2 - 7.5, rect.y + rect.height / 2 - 7.5]
  ctx.beginPath()
  ctx.roundRect(x, y, 15, 15, 3)
  ctx.lineWidth = 1.25
  ctx.strokeStyle = ticked ? colours.accent : colours.lineStrong
  ctx.fillStyle = ticked ? colours.accent : colours.surface
  ctx.fill()
  ctx.stroke()
  if (ticked) stroke(ctx, colours.surface, 1.75, [[x + 3.5, y + 7.5], [x + 6.5, y + 10.5], [x + 11.5, y + 4.5]])
  ctx.lineWidth = 1
}

export function drawBadges(ctx: Context, rect: Rectangle, badges: NonNullable<GridCellView['badges']>, theme: { fontFamily: string }, colours: GridColours): void {
  const font = `500 12px ${theme.fontFamily}`
  const right = rect.x + rect.width - 6
  let x = rect.x + 6
  ctx.font = font
  ctx.textBaseline = 'middle'
  for (const { text, tone } of badges) {
    const room = right - x - 14
    if (room < 10) return
    const shown = cut(ctx, font, text, room)
    const width = ctx.measureText(shown).width + 14
    ctx.fillStyle = colours[`${tone ?? 'grey'}Soft`]
    ctx.beginPath()
    ctx.roundRect(x, rect.y + rect.height / 2 - 10, width, 20, 10)
    ctx.fill()
    ctx.fillStyle = tone ? colours[tone] : colours.text
    ctx.fillText(shown, x + 7, rect.y + rect.height / 2 + 0.5)
    x += width + 4
  }
}

/** A shape of 13 pixels around a point. */
export function drawMark(ctx: Context, x: number, y: number, mark: Mark, colours: GridColours): void {
  const colour = colours[mark.tone]
  ctx.fillStyle = colour
  switch (mark.shape) {
    case 'circle':
      return fillPolygon(ctx, x, y, 6, 24)
    case 'octagon':
      return fillPolygon(ctx, x, y, 6.5, 8, Math.PI / 8)
    case 'triangle':
      return fillPoints(ctx, [[x, y - 6], [x + 6.5, y + 5.5], [x - 6.5, y + 5.5]])
    case 'dash':
      return ctx.fillRect(x - 5, y - 1.25, 10, 2.5)
    case 'flag':
      ctx.fillRect(x - 5, y - 6, 1.5, 13)
      return fillPoints(ctx, [[x - 3.5, y - 6], [x + 6, y - 2.5], [x - 3.5, y + 1]])
    case 'pie':
      return drawPie(ctx, x, y, mark.part ?? 0, colour)
    case 'double up':
      stroke(ctx, colour, 2, [[x - 4.5, y], [x, y - 4.5], [x + 4.5, y]])
      return stroke(ctx, colour, 2, [[x - 4.5, y + 5], [x, y + 0.5], [x + 4.5, y + 5]])
    case 'up':
      return stroke(ctx, colour, 2, [[x - 4.5, y + 2], [x, y - 2.5], [x + 4.5, y + 2]])
    case 'down':
      return stroke(ctx, colour, 2, [[x - 4.5, y - 2], [x, y + 2.5], [x + 4.5, y - 2]])
    case 'right':
      return stroke(ctx, colour, 2, [[x - 4.5, y], [x + 4.5, y]])
  }
}

function drawPie(ctx: Context, x: number, y: number, part: number, colour: string): void {
  ctx.beginPath()
  ctx.arc(x, y, 5.5, 0, Math.PI * 2)
  ctx.lineWidth = 1.5
  ctx.strokeStyle = colour
  ctx.stroke()
  ctx.lineWidth = 1
  if (part <= 0) return
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.arc(x, y, 5.5, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * part)
  ctx.fill()
}

function fillPolygon(ctx: Context, x: number, y: number, radius: number, corners: number, turn = 0): void {
  fillPoints(ctx, Array.from({ length: corners }, (_, at) => {
    const angle = turn + (at * Math.PI * 2) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  }))
}

function fillPoints(ctx: Context, points: readonly (readonly [number, number])[]): void {
  path(ctx, points)
  ctx.fill()
}

function stroke(ctx: Context, colour: string, width: number, points: readonly (readonly [number, number])[]): void {
  path(ctx, points)
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.stroke()
  ctx.lineWidth = 1
}

function path(ctx: Context, points: readonly (readonly [number, number])[]): void {
  ctx.beginPath()
  points.forEach(([x, y], at) => (at === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
}
