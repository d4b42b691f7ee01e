// A page that opens offers the keyboard to its table or field. Somebody who has begun to type elsewhere in the same
// moment keeps it: a search that was begun is never taken over by a page that comes late.

/** Whether nothing is being typed in, so that a page may take the keyboard. */
export function mayTakeFocus(): boolean {
  const now = document.activeElement
  if (!(now instanceof HTMLElement)) return true
  return !(now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement || now.isContentEditable)
}

/** Focuses what a page that opens wants to have focused, unless the clerk is typing already. */
export function offerFocus(to: { focus: (how?: FocusOptions) => void } | null | undefined, how?: FocusOptions): void {
  if (to && mayTakeFocus()) to.focus(how)
}
