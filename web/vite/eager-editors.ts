/**
 * Two things that Glide Data Grid does to what is typed, put right while it is bundled (in the build, and in what the development server bundles beforehand):
 * it loads its editors lazily, so that the keys between the first one and the editor's arrival are lost: each `React.lazy(async () => await import('x'))`
 * becomes an ordinary import; and it takes a frozen column for one that is scrolled away, where typing opens no editor: that test is left out.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const PACKAGE = /@glideapps[\\/]glide-data-grid[\\/]dist[\\/]esm[\\/].*\.js$/
const LAZY = /const (\w+) = React\.lazy\(async \(\) => await import\((["'][^"']+["'])\)\);?/g

const AWAY = ' || vr.x > col || col > vr.x + vr.width'

/** The code with its lazy components imported at once, and typing taken in every column; null where there is nothing to change. */
export function eager(code: string): string | null {
  const imports: string[] = []
  const body = code.replace(AWAY, '').replace(LAZY, (_, name: string, from: string) => {
    imports.push(`import ${name} from ${from};`)
    return ''
  })
  return body === code ? null : [...imports, body].join('\n')
}

export function eagerEditors(): Plugin {
  return {
    name: 'milepost:eager-editors',
    transform(code, id) {
      const changed = PACKAGE.test(id) ? eager(code) : null
      return changed === null ? null : { code: changed, map: null }
    },
    config: () => ({
      optimizeDeps: {
        esbuildOptions: {
          plugins: [
            {
              name: 'milepost:eager-editors',
              setup(build) {
                build.onLoad({ filter: PACKAGE }, async ({ path }) => {
                  const code = await readFile(path, 'utf8')
                  return { contents: eager(code) ?? code, loader: 'js' as const }
                })
              },
            },
          ],
        },
      },
    }),
  }
}
