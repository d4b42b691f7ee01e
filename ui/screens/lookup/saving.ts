// A file to the clerk: by a typed path or a dialog in the window, by a download in the browser; and then where it is.

import { call, saveFile, savesByPath, type FileAnswer } from '@/bridge'
import { announce } from '@/kit'
import { register } from '@/screens/shell/state'
import { say } from '@/text'

const KEPT = 'renmian-folder'

/** The folder of a path, with its last separator; empty where the path has none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** A file's name from a heading: what no file system takes is left out. */
export function fileName(words: string, ending: string): string {
  return `${Array.from(words.replace(/[\\/:*?"<>|]/g, ' ').trim()).slice(0, 80).join('')}.${ending}`
}

/** Where a file of this name would be saved: the folder used last, else the register's own. */
export function suggestedPath(name: string): string {
  let folder = ''
  try {
    folder = localStorage.getItem(KEPT) ?? ''
  } catch {
    // Without a memory of its own the window falls back on the register's folder.
  }
  return `${folder || folderOf(register.value?.path ?? '')}${name}`
}

/** Makes a file and saves it, at `path` where one was typed. False where the clerk thought better of it. */
export async function save(make: () => Promise<FileAnswer>, path?: string): Promise<boolean> {
  const file = await make()
  const saved = await saveFile(file, path)
  if (saved === null) return false
  if (savesByPath()) {
    localStorage.setItem(KEPT, folderOf(saved))
    announce(say('lookup.saved', { path: saved }))
  } else {
    announce(say('lookup.downloaded', { name: file.name }))
  }
  return true
}

/** The original file kept with an order. */
export function originalOf(id: number): () => Promise<FileAnswer> {
  return () => call('original', { id, known_at: null })
}
