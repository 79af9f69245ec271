// "Try it out" works for people who are signed in: every changing request brings the CSRF header.
let csrf

async function withCsrf(request) {
  const own = new URL(request.url, location.origin).origin === location.origin
  if (own && !['GET', 'HEAD'].includes(request.method ?? 'GET') && !request.headers['X-Api-Key']) {
    csrf = await (await fetch('/api/v1/session')).json()
    request.headers[csrf.csrfHeader] = csrf.csrfToken
  }
  return request
}

SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  requestInterceptor: withCsrf,
})

/** What has to be said on every page, above all that the data is invented. */
async function tellNotice() {
  const { notice } = await (await fetch('/api/v1/map-config')).json()
  const line = document.getElementById('notice')
  line.textContent = notice ?? ''
  line.hidden = !notice
}

void tellNotice()
