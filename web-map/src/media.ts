import { ref, type Ref } from 'vue'

/** Whether the window is as narrow as a phone's. */
const query = window.matchMedia('(max-width: 640px)')
export const isNarrow: Ref<boolean> = ref(query.matches)
query.addEventListener('change', ({ matches }) => (isNarrow.value = matches))
