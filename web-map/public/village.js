// Only what paper and links cannot do: share and print. The page is whole without it.
const tools = document.querySelector('.tools')
if (tools) {
  tools.hidden = false
  tools.addEventListener('click', async (event) => {
    const wanted = event.target.dataset.do
    if (wanted === 'print') window.print()
    if (wanted !== 'share') return
    const url = document.querySelector('link[rel=canonical]').href
    if (navigator.share) {
      await navigator.share({ title: document.title, url }).catch(() => {})
    } else {
      await navigator.clipboard.writeText(url).then(() => (event.target.textContent = '链接已复制'), () => window.prompt('复制链接', url))
    }
  })
}
