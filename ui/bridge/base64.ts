// Bytes as base64 and back, in pieces, so that a large file does not overflow the stack of arguments.

const PIECE = 0x8000

export function base64OfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  }
  return btoa(text)
}

export function bytesOfBase64(content: string): Uint8Array<ArrayBuffer> {
  const text = atob(content)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}
