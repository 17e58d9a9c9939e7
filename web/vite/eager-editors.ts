/**
 * Glide Data Grid loads its editors lazily: the keys that are pressed between the first one and the editor's arrival are lost.
 * This plugin turns each `React.lazy(async () => await import('x'))` of that package into an ordinary import, in the built client
 * and in the dependencies that the development server bundles beforehand.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const PACKAGE = /@glideapps[\\/]glide-data-grid[\\/]dist[\\/]esm[\\/].*\.js$/
const LAZY = /const (\w+) = React\.lazy\(async \(\) => await import\((["'][^"']+["'])\)\);?/g

/** The code with its lazy components imported at once; null where there are none. */
export function withoutLazy(code: string): string | null {
  const imports: string[] = []
  const body = code.replace(LAZY, (_, name: string, from: string) => {
    imports.push(`import ${name} from ${from};`)
    return ''
  })
  return imports.length > 0 ? `${imports.join('\n')}\n${body}` : null
}

export function eagerEditors(): Plugin {
  return {
    name: 'milepost:eager-editors',
    transform(code, id) {
      const eager = PACKAGE.test(id) ? withoutLazy(code) : null
      return eager === null ? null : { code: eager, map: null }
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
                  return { contents: withoutLazy(code) ?? code, loader: 'js' as const }
                })
              },
            },
          ],
        },
      },
    }),
  }
}
