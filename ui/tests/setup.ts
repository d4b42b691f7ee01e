// What jsdom lacks and every browser has.
Element.prototype.scrollIntoView = () => undefined

Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob): Promise<ArrayBuffer> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result as ArrayBuffer)
    reader.onerror = () => fail(reader.error ?? new Error('the file cannot be read'))
    reader.readAsArrayBuffer(this)
  })
}
