// Where nothing was found: what is near. The query is asked again with a sign less at its end or its beginning.

/** Shorter forms of a query, the longest first; nothing for a single sign. */
export function shorter(query: string): string[] {
  const signs = Array.from(query)
  const forms: string[] = []
  for (let length = signs.length - 1; length >= 1 && forms.length < 6; length -= 1) {
    forms.push(signs.slice(0, length).join(''), signs.slice(signs.length - length).join(''))
  }
  return [...new Set(forms)]
}

/** Asks the shorter forms one after another until one finds something; at most `most` of it. */
export async function nearest<T>(query: string, ask: (query: string) => Promise<T[]>, most = 6): Promise<T[]> {
  for (const form of shorter(query)) {
    const found = await ask(form)
    if (found.length > 0) return found.slice(0, most)
  }
  return []
}
