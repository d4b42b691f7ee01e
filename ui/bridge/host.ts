// How the window reaches the program. A host answers every command of the list; which host it is, only the
// files of this folder know.

import type { ApiError, Commands, FileAnswer } from './types'

/** The name of a command. */
export type CommandName = keyof Commands

/** What carries commands to the program and files out of it. */
export interface Host {
  /** `window` has file dialogs of its own; `browser` has none and saves by download. */
  readonly kind: 'window' | 'browser'
  /** Sends one command; rejects with an `ApiError`. Once `wanted` is aborted a host may stop waiting for the answer. */
  call(name: CommandName, request: unknown, wanted?: AbortSignal): Promise<unknown>
  /** Saves a file where the clerk says, or at `path`. The path, or null where the clerk thought better of it. */
  saveFile(file: FileAnswer, path?: string): Promise<string | null>
  /** Opens the original kept with an order with the system's own program for it. A browser has none: it downloads. */
  openOriginal?(order: number): Promise<void>
  /** Asks where a register is, or is to be. Null where the clerk thought better of it. */
  pickRegister?(save: boolean): Promise<string | null>
}

/** Whether something thrown is a refusal that the catalogue has a sentence for. */
export function isApiError(thrown: unknown): thrown is ApiError {
  if (typeof thrown !== 'object' || thrown === null) return false
  const error = thrown as Partial<ApiError>
  return typeof error.code === 'string' && typeof error.words === 'object' && typeof error.trouble === 'string'
}

/** Anything thrown as an `ApiError`, so that every failure ends in a sentence. */
export function asApiError(thrown: unknown): ApiError {
  if (isApiError(thrown)) return thrown
  return { code: 'host-unreachable', words: {}, trouble: 'register' }
}
