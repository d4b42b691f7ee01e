// The desktop window: commands go through Tauri, dialogs are opened in Rust.

import { invoke } from '@tauri-apps/api/core'

import { asApiError, type CommandName, type Host } from './host'
import type { FileAnswer } from './types'

async function ask<T>(name: string, request: unknown): Promise<T> {
  try {
    return await invoke<T>(name, { request })
  } catch (thrown) {
    throw asApiError(thrown)
  }
}

/** Whether this page runs inside the desktop window. */
export function insideWindow(): boolean {
  return '__TAURI_INTERNALS__' in globalThis
}

export const windowHost: Host = {
  kind: 'window',
  call: (name: CommandName, request: unknown) => ask<unknown>(name, request),
  saveFile: (file: FileAnswer, path?: string) =>
    ask<string | null>('save_file', { name: file.name, content: file.content, path: path ?? null }),
  openOriginal: async (order: number) => {
    await ask('open_original', { id: order, known_at: null })
  },
  pickRegister: (save: boolean) => ask<string | null>('pick_register', { save }),
}
