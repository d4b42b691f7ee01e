// Files that the clerk opens or drops: the same in the window and in the browser.

import { base64OfBytes } from './base64'
import type { ApiError } from './types'

/** The largest file that is read, in bytes. The program has the same limit; this one spares the wait. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** Why a file is not read, before a byte of it is. */
export function refusal(file: { name: string; size: number }): ApiError | null {
  if (file.size > LARGEST_FILE) {
    const megabytes = String(LARGEST_FILE / (1024 * 1024))
    return { code: 'paper-too-large', words: { megabytes }, trouble: 'refused' }
  }
  if (file.size === 0) return { code: 'paper-empty', words: {}, trouble: 'refused' }
  return null
}

/** The content of a file in base64; rejects with an `ApiError` where it is too large, empty or unreadable. */
export async function contentOf(file: File): Promise<string> {
  const refused = refusal(file)
  if (refused) throw refused
  try {
    return base64OfBytes(new Uint8Array(await file.arrayBuffer()))
  } catch {
    const error: ApiError = { code: 'file-unreadable', words: {}, trouble: 'refused' }
    throw error
  }
}
