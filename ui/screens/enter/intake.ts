// Papers coming in: pasted text and files, read one after the other and laid on the desk. The queue and what came
// of it outlive the screen, so that a clerk can look something up while a long file is read.

import { computed, reactive, ref, shallowRef } from 'vue'

import { asApiError, call, contentOf, refusal, type ApiError, type Desk, type DraftLine, type Progress, type ReadAnswer } from '@/bridge'

/** One file on its way to the desk. */
export interface Incoming {
  id: number
  name: string
  bytes: number
  state: 'waiting' | 'reading' | 'read' | 'none' | 'refused'
  /** The drafts made of it. */
  drafts: DraftLine[]
  /** What the clerk should know about how its text was taken. */
  notes: string[]
  error: ApiError | null
  /** The name under which its reading is told of and can be stopped. */
  task: string
  progress: Progress | null
  /** The clerk has asked to stop; the step under way is finished first. */
  stopping: boolean
}

/** A text or file in which no order was found, and how to read it again with leading groups. */
export interface NoneFound {
  /** The file's name; null for pasted text. */
  name: string | null
  characters: number
  /** Null once that was tried. */
  withGroups: (() => Promise<DraftLine[]>) | null
}

export const incoming = reactive<Incoming[]>([])
export const noneFound = shallowRef<NoneFound | null>(null)
export const intakeError = shallowRef<ApiError | null>(null)
export const readingText = ref(false)
export const reading = computed(() => readingText.value || incoming.some((file) => ['waiting', 'reading'].includes(file.state)))

/** The papers on the desk, as last heard. */
export const desk = shallowRef<Desk | null>(null)

/** How often the program is asked how far it has come, in milliseconds. */
const ASK = 300

/** Files let go anywhere in the window, on their way to this screen. */
export const handed = shallowRef<File[]>([])

let lastFile = 0
let queue: Promise<unknown> = Promise.resolve()

/** Asks again what is on the desk. */
export async function refreshDesk(): Promise<void> {
  desk.value = await call('desk', {})
}

async function reads(ask: (groups: boolean) => Promise<ReadAnswer>, name: string | null): Promise<ReadAnswer> {
  noneFound.value = null
  intakeError.value = null
  const answer = await ask(false)
  if (answer.drafts.length === 0) {
    const again = async () => {
      const { drafts, characters } = await ask(true)
      noneFound.value = drafts.length === 0 ? { name, characters, withGroups: null } : null
      await refreshDesk()
      return drafts
    }
    noneFound.value = { name, characters: answer.characters, withGroups: again }
  }
  await refreshDesk()
  return answer
}

/** Reads pasted text; the drafts made, none where it failed or nothing was found. */
export async function takeText(text: string): Promise<DraftLine[]> {
  readingText.value = true
  try {
    return (await reads((groups) => call('read_text', { text, groups }), null)).drafts
  } catch (thrown) {
    intakeError.value = asApiError(thrown)
    return []
  } finally {
    readingText.value = false
  }
}

/** Asks how far a long file has come, until it is read. */
async function follow(line: Incoming): Promise<void> {
  for (;;) {
    await new Promise((next) => setTimeout(next, ASK))
    if (line.state !== 'reading') return
    line.progress = await call('progress', { task: line.task }).catch(() => line.progress)
  }
}

/** Stops the reading of a file, or takes it out of the queue before its turn. */
export async function stopFile(line: Incoming): Promise<void> {
  if (line.state === 'waiting') {
    line.state = 'refused'
    line.error = { code: 'stopped', words: {}, trouble: 'refused' }
  } else {
    line.stopping = true
    await call('cancel', { task: line.task })
  }
}

async function takeFile(line: Incoming, file: File): Promise<void> {
  line.state = 'reading'
  void follow(line)
  try {
    const content = await contentOf(file)
    const answer = await reads((groups) => call('read_file', { name: file.name, content, groups, task: line.task }), file.name)
    line.drafts = answer.drafts
    line.notes = answer.notes
    line.state = line.drafts.length > 0 ? 'read' : 'none'
  } catch (thrown) {
    line.state = 'refused'
    line.error = asApiError(thrown)
  }
}

/** Reads files one after the other; the drafts made of all of them. */
export async function takeFiles(files: File[]): Promise<DraftLine[]> {
  const lines = files.map((file) => {
    const refused = refusal(file)
    incoming.push({
      id: (lastFile += 1),
      name: file.name,
      bytes: file.size,
      state: refused ? 'refused' : 'waiting',
      drafts: [],
      notes: [],
      error: refused,
      task: `read-${Date.now()}-${lastFile}`,
      progress: null,
      stopping: false,
    })
    return { line: incoming.at(-1), file }
  })
  // Files dropped while others are read wait for them: the desk fills in the order in which the clerk gave them.
  const mine = queue.then(async () => {
    const drafts: DraftLine[] = []
    for (const { line, file } of lines) {
      if (line?.state !== 'waiting') continue
      await takeFile(line, file)
      drafts.push(...line.drafts)
    }
    return drafts
  })
  queue = mine
  return mine
}

/** Clears the list of files that are done. */
export function clearIncoming(): void {
  incoming.splice(0, incoming.length, ...incoming.filter((file) => ['waiting', 'reading'].includes(file.state)))
  noneFound.value = null
  intakeError.value = null
}
