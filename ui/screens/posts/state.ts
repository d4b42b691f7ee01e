// What stays as the clerk left it while the window is open: which units are folded away.

import { reactive } from 'vue'

export const folded = reactive(new Set<number>())
