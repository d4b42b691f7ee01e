// The browser: commands are posted to the program that served this page. The first part of the page's own path is
// the token; whoever knows the address has it, and nothing else is needed.

import { bytesOfBase64 } from './base64'
import { asApiError, isApiError, type CommandName, type Host } from './host'
import type { FileAnswer } from './types'

/** The address of the program, up to and including the token, without a slash at its end. */
export function baseOf(address: Pick<Location, 'pathname'>): string {
  const token = address.pathname.split('/')[1] ?? ''
  return token === '' ? '' : `/${token}`
}

async function post(base: string, name: string, request: unknown, wanted?: AbortSignal): Promise<unknown> {
  let body: unknown
  let done: boolean
  try {
    const response = await fetch(`${base}/api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal: wanted ?? null,
    })
    // 422 carries a refusal; anything else is no answer of the program, or of another one at its port.
    if (response.status !== 200 && response.status !== 422) throw asApiError(null)
    done = response.status === 200
    body = await response.json()
  } catch (thrown) {
    throw asApiError(thrown)
  }
  if (done) return body
  throw asApiError(isApiError(body) ? body : null)
}

function download(file: FileAnswer): void {
  const address = URL.createObjectURL(new Blob([bytesOfBase64(file.content)], { type: file.media }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has taken hold of the bytes by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

export function browserHost(base: string): Host {
  return {
    kind: 'browser',
    call: (name: CommandName, request: unknown, wanted?: AbortSignal) => post(base, name, request, wanted),
    saveFile: (file: FileAnswer) => {
      download(file)
      return Promise.resolve(file.name)
    },
  }
}
