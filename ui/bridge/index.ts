// The only door to the program. Nothing outside this folder imports `@tauri-apps` or posts to `/api`.

import { baseOf, browserHost } from './browser'
import { asApiError, isApiError, type CommandName, type Host } from './host'
import type { Commands, FileAnswer } from './types'
import { insideWindow, windowHost } from './window'

export type * from './types'
export { contentOf, LARGEST_FILE, refusal } from './files'
export { asApiError, isApiError, type CommandName, type Host } from './host'

let host: Host | null = null

function reached(): Host {
  host ??= insideWindow() ? windowHost : browserHost(baseOf(location))
  return host
}

/** Takes another host: tests bring their own. */
export function setHost(other: Host | null): void {
  host = other
}

/** Sends a command of the list; rejects with an `ApiError` and nothing else. Once `wanted` is aborted nobody waits for it. */
export async function call<K extends CommandName>(
  name: K,
  request: Commands[K]['request'],
  wanted?: AbortSignal,
): Promise<Commands[K]['answer']> {
  try {
    return (await reached().call(name, request, wanted)) as Commands[K]['answer']
  } catch (thrown) {
    throw isApiError(thrown) ? thrown : asApiError(thrown)
  }
}

/** Saves a file where the clerk says. The path or name, or null where the clerk thought better of it. */
export function saveFile(file: FileAnswer, path?: string): Promise<string | null> {
  return reached().saveFile(file, path)
}

/** Whether a file is saved at a path of the clerk's choice; where not, the browser downloads it. */
export function savesByPath(): boolean {
  return reached().kind === 'window'
}

/** Whether an original can be opened with the system's own program; where not, it is saved. */
export function opensOriginals(): boolean {
  return reached().openOriginal !== undefined
}

/** Opens the original kept with an order. */
export async function openOriginal(order: number): Promise<void> {
  await reached().openOriginal?.(order)
}

/** Whether a dialog can ask for the place of a register; where not, the clerk types it. */
export function canPickRegister(): boolean {
  return reached().pickRegister !== undefined
}

/** Asks where a register is (`save` false) or is to be made (`save` true). */
export function pickRegister(save: boolean): Promise<string | null> {
  return reached().pickRegister?.(save) ?? Promise.resolve(null)
}
