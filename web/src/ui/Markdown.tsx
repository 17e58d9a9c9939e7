/** Text that an office wrote, in Markdown: drawn as elements, never as HTML. Links lead to http, https and our own addresses only; pictures show their words. */
import { marked, type Token, type Tokens } from 'marked'
import { Fragment, memo, type ReactNode } from 'react'
import classes from './Markdown.module.css'

interface MarkdownProps {
  text: string
  /** The level of the largest heading in the text: one below the heading above it. */
  level?: 2 | 3 | 4
}

export const Markdown = memo(function Markdown({ text, level = 3 }: MarkdownProps) {
  return (
    <div className={classes.text} dir="auto">
      {blocks(marked.lexer(text, { gfm: true }), level)}
    </div>
  )
})

function blocks(tokens: readonly Token[], level: number): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{block(token, level)}</Fragment>)
}

function block(token: Token, level: number): ReactNode {
  switch (token.type) {
    case 'heading':
      return heading(token as Tokens.Heading, level)
    case 'paragraph':
      return <p>{inlines(token.tokens)}</p>
    case 'list':
      return list(token as Tokens.List, level)
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [], level)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'table':
      return table(token as Tokens.Table)
    case 'hr':
      return <hr />
    case 'space':
    case 'def':
      return null
    case 'text':
      return token.tokens ? inlines(token.tokens) : (token as Tokens.Text).text
    default:
      return plain(token)
  }
}

/** Depths beyond the sixth are the sixth. */
function heading(token: Tokens.Heading, level: number): ReactNode {
  const Tag = `h${Math.min(6, token.depth - 1 + level)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  return <Tag>{inlines(token.tokens)}</Tag>
}

function list(token: Tokens.List, level: number): ReactNode {
  const items = token.items.map((item, index) => (
    <li key={index} data-task={item.task || undefined}>
      {item.task && <input type="checkbox" checked={item.checked ?? false} readOnly tabIndex={-1} aria-hidden="true" />}
      {blocks(item.tokens, level)}
    </li>
  ))
  return token.ordered ? <ol start={token.start === '' ? undefined : token.start}>{items}</ol> : <ul>{items}</ul>
}

function table(token: Tokens.Table): ReactNode {
  return (
    <div className={classes.wide}>
      <table>
        <thead>
          <tr>
            {token.header.map((cell, index) => (
              <th key={index} scope="col" style={{ textAlign: cell.align ?? 'start' }}>
                {inlines(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index} style={{ textAlign: cell.align ?? 'start' }}>
                  {inlines(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inlines(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Fragment key={index}>{inline(token)}</Fragment>)
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens)}</strong>
    case 'em':
      return <em>{inlines(token.tokens)}</em>
    case 'del':
      return <del>{inlines(token.tokens)}</del>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'br':
      return <br />
    case 'link':
      return link(token as Tokens.Link)
    case 'image':
      return (token as Tokens.Image).text
    case 'text':
      return token.tokens ? inlines(token.tokens) : (token as Tokens.Text).text
    case 'escape':
      return (token as Tokens.Escape).text
    default:
      return plain(token)
  }
}

function link(token: Tokens.Link): ReactNode {
  const address = safeAddress(token.href)
  if (!address) return inlines(token.tokens)
  const away = !address.startsWith('/')
  return (
    <a href={address} {...(away ? { target: '_blank', rel: 'noreferrer noopener' } : {})}>
      {inlines(token.tokens)}
    </a>
  )
}

/** Our own pages by their path, others by http or https; everything else is no link. */
export function safeAddress(href: string): string | undefined {
  const wanted = href.trim()
  if (/^\/(?![/\\])/.test(wanted)) return wanted
  return /^https?:\/\//i.test(wanted) && URL.canParse(wanted) ? wanted : undefined
}

/** What is no Markdown, HTML above all, is shown as it was typed. */
const plain = (token: Token): ReactNode => ('raw' in token ? token.raw : null)
