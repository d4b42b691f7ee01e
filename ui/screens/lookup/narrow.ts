// Whether the window is too narrow for every column: a small screen, or a large zoom.

import { onMounted, onUnmounted, ref, type Ref } from 'vue'

const LEAST = 1120

/** True while the window is narrower than its tables would like. */
export function useNarrow(): Ref<boolean> {
  const narrow = ref(window.innerWidth < LEAST)
  const measure = () => (narrow.value = window.innerWidth < LEAST)
  onMounted(() => window.addEventListener('resize', measure))
  onUnmounted(() => window.removeEventListener('resize', measure))
  return narrow
}
